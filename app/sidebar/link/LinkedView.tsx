import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Stack } from '../../ui/layout.tsx';
import { FolderIcon } from '../../ui/more-icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { unlinkTicket } from './link-ticket.ts';

/** A ticket that belongs to a complaint on another one. */
export function LinkedView({ home }: { home: number }) {
  const { say } = useEnvironment().language;
  const { host, ticketId, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const id = String(home);
  const unlink = (): void =>
    void action.run(async () => {
      const [note, homeNote] = [
        say('link.unlinkNote', { id }),
        say('link.unlinkHomeNote', { id: String(ticketId) }),
      ];
      await unlinkTicket(host, { ticketId, home, note, homeNote });
      announce(say('link.unlinked', { id }));
      await reload();
    });
  const actions = (
    <>
      <LinkButton onClick={() => host.openTicket(home)}>{say('link.open', { id })}</LinkButton>
      <LinkButton disabled={action.busy} onClick={unlink}>
        {say('link.unlink')}
      </LinkButton>
    </>
  );
  return (
    <Stack $gap={8}>
      <Notice icon={<FolderIcon />} title={say('link.title', { id })} actions={actions}>
        {say('link.text')}
      </Notice>
      <Failure text={action.failure} />
    </Stack>
  );
}
