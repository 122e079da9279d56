import { IconButton } from '@zendeskgarden/react-buttons';
import { Item, Menu } from '@zendeskgarden/react-dropdowns';
import { useState } from 'react';
import styled from 'styled-components';
import { useParts, useStore } from '../../state/store.ts';
import { useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { color } from '../color.ts';
import { MoreIcon } from '../icons.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { useFollowUp } from './use-follow-up.ts';

const Path = styled.div`
  display: flex;
  align-items: center;
  flex: none;
  gap: 8px;
  height: 44px;
  padding: 0 16px;
  border-bottom: 1px solid ${color('border.default')};
  background: ${color('background.default')};

  > span {
    padding: 2px 10px;
    border: 1px solid ${color('border.default')};
    border-radius: 14px;
    line-height: 20px;
    white-space: nowrap;
  }

  a {
    color: ${color('foreground.primary')};
  }
`;

/** Where the ticket belongs, what it follows, and what can be done with all of it. */
export function TicketHead({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users, organizations } = useDirectory();
  const state = useStore(model.store);
  const { ticket } = state;
  const { requesterId } = shownValues(state);
  const organization = organizations.find((it) => it.id === ticket.organization_id);
  const source = sourceTicket(ticket.via.source?.from);
  return (
    <Path>
      {organization && <span>{organization.name}</span>}
      {requesterId !== null && <span>{users.get(requesterId)?.name}</span>}
      <span style={{ display: 'inline-flex', gap: 8, paddingLeft: ticket.id === undefined ? 10 : 4 }}>
        {ticket.id === undefined ? (
          words.t('newTicket')
        ) : (
          <>
            <StatusBadge status={ticket.status} customId={ticket.custom_status_id} />{' '}
            {words.t('ticketNumber', { id: ticket.id })}
          </>
        )}
      </span>
      {ticket.via.source?.rel === 'follow_up' && source !== undefined && (
        <PlaceLink to={{ page: 'ticket', ticket: source }}>{words.t('followUpTo', { id: source })}</PlaceLink>
      )}
      {ticket.followup_ids.map((id) => (
        <PlaceLink key={id} to={{ page: 'ticket', ticket: id }}>
          {words.t('followedUpBy', { id })}
        </PlaceLink>
      ))}
      {ticket.id !== undefined && <Actions model={model} id={ticket.id} />}
    </Path>
  );
}

function sourceTicket(from: Record<string, unknown> | null | undefined): number | undefined {
  const id = Number(from?.ticket_id);
  return id > 0 ? id : undefined;
}

function Actions({ model, id }: { model: TicketModel; id: number }) {
  const words = useWords();
  const { ticket } = useParts(model.store, 'ticket');
  const [dialog, setDialog] = useState<string>();
  const followUp = useFollowUp(model);
  const isClosed = ticket.status === 'closed';
  const { navigation } = useWorkspace();
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu
        placement="bottom-end"
        isCompact
        button={(props) => (
          <IconButton
            {...props}
            size="small"
            aria-label={words.t('ticketActions')}
            style={{ marginLeft: 'auto' }}
          >
            <MoreIcon />
          </IconButton>
        )}
        onChange={({ value }) => {
          if (value === 'followUp') followUp();
          else if (value !== undefined && value !== null) setDialog(value);
        }}
      >
        <Item value="merge" isDisabled={isClosed} label={words.t('mergeInto')} />
        <Item value="followUp" isDisabled={!isClosed} label={words.t('createFollowUp')} />
        <Item value="delete" type="danger" label={words.t('deleteTicket')} />
      </Menu>
      {dialog === 'merge' && <MergeDialog model={model} id={id} onClose={close} />}
      {dialog === 'delete' && (
        <DeleteDialog
          ids={[id]}
          onClose={close}
          onDeleted={() => navigation.go({ page: 'view', view: 'open' })}
        />
      )}
    </>
  );
}
