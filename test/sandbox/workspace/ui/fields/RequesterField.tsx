import styled from 'styled-components';
import { useParts } from '../../state/store.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { color } from '../color.ts';
import { PersonField } from './PersonField.tsx';

const Details = styled.p`
  margin: 4px 0 0;
  overflow: hidden;
  color: ${color('foreground.subtle')};
  font-size: 12px;
  line-height: 16px;
  text-overflow: ellipsis;
  white-space: pre-line;
`;

/** Who asked, with how to reach them. Somebody else can be chosen; whoever names nobody becomes the requester. */
export function RequesterField({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users } = useDirectory();
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks');
  const { requesterId } = shownValues(state);
  const requester = requesterId === null ? undefined : users.get(requesterId);
  const known = [requester?.email, requester?.phone, requester?.details].filter((it) => it);
  if (state.fieldLooks.requester?.hidden) return null;
  return (
    <div>
      <PersonField
        label={words.t('requester')}
        userId={requesterId}
        isDisabled={state.ticket.status === 'closed' || state.fieldLooks.requester?.disabled === true}
        isFirm={state.ticket.id !== undefined}
        onChange={(id) => model.setCore({ requesterId: id })}
      />
      <Details>{requester ? known.join('\n') || words.t('noAddress') : words.t('noRequester')}</Details>
    </div>
  );
}
