import styled from 'styled-components';
import { useParts } from '../../state/store.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { color } from '../color.ts';

const Line = styled.span`
  margin-left: auto;
  overflow: hidden;
  color: ${color('foreground.subtle')};
  font-size: 12px;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** Who is going to read a public reply: the requester, and whoever is in copy. */
export function Recipients({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users } = useDirectory();
  const { requesterId, ccIds } = shownValues(useParts(model.store, 'ticket', 'draft'));
  const requester = requesterId === null ? undefined : users.get(requesterId);
  const copied = ccIds.map((id) => users.get(id)?.name ?? `#${id}`).join(', ');
  return (
    <Line>
      {words.t('writeTo')}: {requester?.name ?? words.t('noRequester')}
      {requester?.email ? ` <${requester.email}>` : ''}
      {copied !== '' && ` · ${words.t('ccs')}: ${copied}`}
    </Line>
  );
}
