import { LinkButton } from '../../ui/LinkButton.tsx';
import { useBoard } from '../BoardContext.tsx';

/** A ticket's number; opens it in Zendesk. */
export function TicketLink({ id }: { id: number }) {
  const { host, language } = useBoard();
  return (
    <LinkButton
      aria-label={language.say('cases.open', { id: String(id) })}
      onClick={() => host.openTicket(id)}
    >
      #{id}
    </LinkButton>
  );
}
