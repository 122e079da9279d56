import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { z } from 'zod/mini';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../../ui/layout.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { recordNoted } from '../../record/noted.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { OptionSelect } from '../../views/OptionSelect.tsx';
import type { ActionProps } from '../action.ts';
import { askedNoting } from './review.ts';
import { type Group, useGroups } from './use-groups.ts';

const entrySchema = z.object({ group: z.string(), question: z.string() });

function GroupSelect(props: { groups: readonly Group[]; value: string; onChange: (group: string) => void }) {
  const { say } = useEnvironment().language;
  if (props.groups.length === 0) return null;
  return (
    <OptionSelect
      label={say('review.group')}
      options={props.groups.map(({ id, name }) => ({ value: String(id), name }))}
      value={props.value}
      none={say('review.sameAssignee')}
      onChange={props.onChange}
    />
  );
}

/** Has somebody look at the reply before it goes out: its text goes into an internal note, the ticket to their group. */
export function AskReview({ onClose }: ActionProps) {
  const { say } = useEnvironment().language;
  const { host, ticketId, ticket, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const groups = useGroups() ?? [];
  const kept = useKept('review', { group: String(ticket.groupId ?? ''), question: '' }, entrySchema);
  const [empty, setEmpty] = useState(false);
  const { group, question } = kept.value;
  const close = (): void => {
    kept.clear();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run(async () => {
      const { lines } = await host.draft.read();
      setEmpty(lines === '');
      if (lines === '') return;
      const parts = [say('review.note'), question.trim(), `${say('review.draft')}\n\n${lines}`];
      const note = parts.filter((part) => part !== '').join('\n\n');
      const groupId = groups.find(({ id }) => String(id) === group)?.id;
      await recordNoted(host, ticketId, askedNoting({ groupId, note }));
      announce(say('review.asked'));
      await reload();
      close();
    });
  };
  return (
    <Stack as="form" noValidate onSubmit={submit}>
      <Row>
        <Heading tabIndex={-1}>{say('review.title')}</Heading>
        <LinkButton onClick={close}>{say('common.cancel')}</LinkButton>
      </Row>
      <Help style={{ textAlign: 'left' }}>{say('review.text')}</Help>
      <GroupSelect groups={groups} value={group} onChange={(chosen) => kept.change({ group: chosen })} />
      <Field>
        <Field.Label>{say('review.question')}</Field.Label>
        <Textarea
          isCompact
          minRows={2}
          maxRows={6}
          value={question}
          onChange={(event) => kept.change({ question: event.target.value })}
        />
      </Field>
      <Failure text={empty ? say('review.empty') : action.failure} />
      <Button isPrimary isStretched type="submit" disabled={action.busy}>
        {say('review.ask')}
      </Button>
    </Stack>
  );
}
