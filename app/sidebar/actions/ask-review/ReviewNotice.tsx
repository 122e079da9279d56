import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import { z } from 'zod/mini';
import { REVIEW_TAG } from '../../../../domain/terms.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { PersonIcon } from '../../../ui/icons.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { CheckCircleIcon } from '../../../ui/more-icons.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { useCase } from '../../CaseContext.tsx';
import { recordNoted } from '../../record/noted.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { useAgentName } from '../count-reply/use-agent-name.ts';
import { askerOf, givenBackAt, reviewedNoting, reviewerOf } from './review.ts';

/** The lead's part: a remark, and back to whoever asked. */
function Checked({ asker }: { asker: number | undefined }) {
  const { say } = useEnvironment().language;
  const { host, ticketId, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const remark = useKept('reviewed', '', z.string());
  const done = (): void =>
    void action.run(async () => {
      const note = [say('review.checkedNote'), remark.value.trim()]
        .filter((part) => part !== '')
        .join('\n\n');
      await recordNoted(host, ticketId, reviewedNoting(note, asker));
      remark.clear();
      announce(say('review.checkedNote'));
      await reload();
    });
  return (
    <Stack $gap={8}>
      <Field>
        <Field.Label>{say('review.remark')}</Field.Label>
        <Textarea
          isCompact
          minRows={2}
          maxRows={6}
          value={remark.value}
          onChange={(event) => remark.set(event.target.value)}
        />
      </Field>
      <Failure text={action.failure} />
      <Button isStretched disabled={action.busy} onClick={done}>
        {say('review.checked')}
      </Button>
    </Stack>
  );
}

/** The asker's part: the reply is back, and may go out. */
function GivenBack({ at, reviewer }: { at: number; reviewer: number | undefined }) {
  const { when, now, language } = useEnvironment();
  const { say } = language;
  const name = useAgentName(reviewer) ?? say('both.somebody');
  return (
    <Notice icon={<CheckCircleIcon />} title={say('review.back')}>
      {say('review.backText', { name, when: when.shortMoment(at, now()) })}
    </Notice>
  );
}

/** Somebody has asked for a check: whom it waits for, and what to do. */
export function ReviewNotice() {
  const { when, now, language } = useEnvironment();
  const { say } = language;
  const { ticket, caseAnswer, me } = useSidebar();
  const { record } = useCase();
  const answer = caseAnswer?.ok ? caseAnswer.value : undefined;
  const asker = askerOf(answer);
  const name = useAgentName(asker);
  const mine = asker !== undefined && asker === me?.id;
  const back = givenBackAt(record);
  if (!ticket.tags.includes(REVIEW_TAG)) {
    return mine && back !== undefined ? <GivenBack at={back} reviewer={reviewerOf(answer)} /> : null;
  }
  const at = record.notes?.findLast(({ topic }) => topic === 'review_asked')?.at;
  const since = at === undefined ? '' : when.shortMoment(at, now());
  return (
    <Stack $gap={8}>
      <Notice icon={<PersonIcon />} title={say(mine ? 'review.waiting' : 'review.toCheck')}>
        {mine
          ? say('review.waitingText', { since: since || '–' })
          : say(name ? 'review.toCheckBy' : 'review.toCheckText', { name: name ?? '' })}
      </Notice>
      {mine ? null : <Checked asker={asker} />}
    </Stack>
  );
}
