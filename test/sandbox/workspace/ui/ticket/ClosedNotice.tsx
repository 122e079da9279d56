import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useParts } from '../../state/store.ts';
import { useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { useFollowUp } from './use-follow-up.ts';

/** In place of the composer of a closed ticket: why nothing can be written, and the way on. */
export function ClosedNotice({ model }: { model: TicketModel }) {
  const words = useWords();
  const { ticket } = useParts(model.store, 'ticket');
  const followUp = useFollowUp(model);
  const isMerged = ticket.tags.includes('closed_by_merge');
  return (
    <Alert type="info">
      <Title>{words.t(isMerged ? 'mergedTicket' : 'closedTicket')}</Title>
      <Button isLink onClick={followUp}>
        {words.t('createFollowUp')}
      </Button>
    </Alert>
  );
}
