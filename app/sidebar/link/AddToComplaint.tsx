import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import styled from 'styled-components';
import { Busy } from '../../ui/Busy.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Help, Stack } from '../../ui/layout.tsx';
import type { RelatedTicket } from '../../zaf/related.ts';
import { failureText } from '../failure-text.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { linkTicket } from './link-ticket.ts';
import { useOpenComplaints } from './use-open-complaints.ts';

const List = styled.ul`
  display: grid;
  gap: 8px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Subject = styled.p`
  overflow-wrap: anywhere;
  font-size: 13px;
  line-height: 18px;
`;

interface ChoiceProps {
  readonly complaint: RelatedTicket;
  readonly busy: boolean;
  readonly onChoose: (complaint: RelatedTicket) => void;
}

function Choice({ complaint, busy, onChoose }: ChoiceProps) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const { id, subject, createdAt } = complaint;
  return (
    <li>
      <Subject>{subject}</Subject>
      <Help style={{ textAlign: 'left' }}>
        {say('link.since', { id: String(id), date: when.day(when.today(createdAt)) })}
      </Help>
      <Button
        size="small"
        isStretched
        disabled={busy}
        style={{ marginTop: 4 }}
        onClick={() => onChoose(complaint)}
      >
        {say('link.addTo', { id: String(id) })}
      </Button>
    </li>
  );
}

/** The customer's open complaints, to one of which this ticket may belong. */
function Choices() {
  const { say } = useEnvironment().language;
  const { host, ticketId, reload } = useSidebar();
  const { complaints, error } = useOpenComplaints();
  const announce = useAnnounce();
  const action = useAction();
  const add = ({ id: home }: RelatedTicket): void =>
    void action.run(async () => {
      const [note, homeNote] = [
        say('link.note', { id: String(home) }),
        say('link.homeNote', { id: String(ticketId) }),
      ];
      await linkTicket(host, { ticketId, home, note, homeNote });
      announce(say('link.added', { id: String(home) }));
      await reload();
    });
  if (error !== undefined) return <Failure text={failureText(error, say)} />;
  if (!complaints) return <Busy label={say('link.loading')} />;
  if (complaints.length === 0) return <Help style={{ textAlign: 'left' }}>{say('link.none')}</Help>;
  return (
    <>
      <List aria-label={say('link.list')}>
        {complaints.map((complaint) => (
          <Choice key={complaint.id} complaint={complaint} busy={action.busy} onChoose={add} />
        ))}
      </List>
      <Failure text={action.failure} />
    </>
  );
}

/** Behind a click: adds this ticket to an open complaint of the same customer. */
export function AddToComplaint() {
  const { say } = useEnvironment().language;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Stack $gap={8}>
      <LinkButton
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        style={{ alignSelf: 'flex-start', fontSize: 12 }}
        onClick={() => setOpen(!open)}
      >
        {say('none.link')}
      </LinkButton>
      {open ? (
        <div id={id}>
          <Choices />
        </div>
      ) : null}
    </Stack>
  );
}
