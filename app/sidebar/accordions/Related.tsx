import styled from 'styled-components';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Stack } from '../../ui/layout.tsx';
import type { RelatedTicket } from '../../zaf/related.ts';
import { useSidebar } from '../SidebarContext.tsx';
import type { Fetched } from '../use-fetched.ts';
import { Loading, Missing, Small } from './parts.tsx';

/** More than these are Zendesk's own list's business. */
const SHOWN = 8;

const STATUS: Readonly<Record<string, TextKey>> = {
  new: 'related.new',
  open: 'related.open',
  pending: 'related.pending',
  hold: 'related.hold',
  solved: 'related.solved',
  closed: 'related.closed',
};

const Subject = styled(LinkButton)`
  && {
    display: block;
    max-width: 100%;
    overflow: hidden;
    text-align: left;
    text-overflow: ellipsis;
  }
`;

function Ticket({ ticket }: { ticket: RelatedTicket }) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const { host } = useSidebar();
  const status = STATUS[ticket.status];
  const parts = [
    ...(ticket.complaint ? [say(ticket.open ? 'related.openComplaint' : 'related.pastComplaint')] : []),
    ...(status && !(ticket.complaint && ticket.open) ? [say(status)] : []),
    when.day(when.today(ticket.createdAt)),
  ];
  return (
    <li>
      <Subject title={ticket.subject} onClick={() => host.openTicket(ticket.id)}>
        #{ticket.id} {ticket.subject}
      </Subject>
      <Small>{parts.join(' · ')}</Small>
    </li>
  );
}

/** The customer's other tickets: open complaints first, then open tickets. */
export function Related({ related }: { related: Fetched<readonly RelatedTicket[]> }) {
  const { say } = useEnvironment().language;
  const { value, failed, again } = related;
  if (!value) return failed ? <Missing text={say('related.failed')} onRetry={again} /> : <Loading />;
  if (value.length === 0) return <Small>{say('related.none')}</Small>;
  const more = value.length - SHOWN;
  return (
    <Stack as="ul" $gap={8}>
      {value.slice(0, SHOWN).map((ticket) => (
        <Ticket key={ticket.id} ticket={ticket} />
      ))}
      {more > 0 ? (
        <li>
          <Small>{say('related.more', { n: more })}</Small>
        </li>
      ) : null}
    </Stack>
  );
}
