import { Button } from '@zendeskgarden/react-buttons';
import { z } from 'zod/mini';
import { EVENT_TAGS } from '../../../../domain/terms.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { PenIcon } from '../../../ui/more-icons.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { useCase } from '../../CaseContext.tsx';
import { actionFor } from '../../model/duty-actions.ts';
import { recordEvent } from '../../record/event.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { useComments } from '../../use-comments.ts';
import { EVENT_NAMES } from '../../views/event-names.ts';
import { countableReply } from './countable.ts';
import { useAgentName } from './use-agent-name.ts';

const EVENTS: readonly string[] = Object.values(EVENT_TAGS);

/** A reply that was typed by hand is not lost: one click makes it the message that is owed. */
export function CountReply() {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  const { host, ticketId, ticket, me, reload } = useSidebar();
  const { record, leading } = useCase();
  const announce = useAnnounce();
  const action = useAction();
  const refused = useKept('count', [], z.array(z.number()));
  const event = leading && actionFor(leading.duty)?.event;
  // A formal response says more than that it was sent: its outcome.
  const fits = event === 'acknowledged' || event === 'updated';
  // The service has not yet seen what was sent last.
  const pending = ticket.tags.some((tag) => EVENTS.includes(tag));
  const comments = useComments(fits && !pending) ?? [];
  const reply =
    leading && fits && !pending
      ? countableReply({
          comments,
          record,
          requesterId: ticket.requesterId,
          since: leading.anchorAt,
          refused: refused.value,
        })
      : undefined;
  const author = useAgentName(reply?.authorId);
  if (!reply || !author || !fits) return null;

  const name = say(EVENT_NAMES[event]);
  const time = when.shortMoment(reply.at, now());
  const count = (): void =>
    void action.run(async () => {
      const complaint = { event, of_audit: String(reply.auditId) };
      const note = say('count.note', { event: name, when: when.moment(reply.at), name: author });
      await recordEvent(host, ticketId, { complaint, note });
      refused.set([...refused.value, reply.id]);
      announce(say('count.done'));
      await reload();
    });
  return (
    <Stack $gap={8}>
      <Notice
        icon={<PenIcon />}
        actions={
          <>
            <Button size="small" disabled={action.busy} onClick={count}>
              {say('count.yes')}
            </Button>
            <LinkButton disabled={action.busy} onClick={() => refused.set([...refused.value, reply.id])}>
              {say('count.no')}
            </LinkButton>
          </>
        }
      >
        {reply.authorId === me?.id
          ? say('count.yours', { time, event: name })
          : say('count.theirs', { name: author, time, event: name })}
      </Notice>
      <Failure text={action.failure} />
    </Stack>
  );
}
