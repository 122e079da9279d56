import styled from 'styled-components';
import { useParts } from '../../state/store.ts';
import { useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { color } from '../color.ts';

const Title = styled.h1`
  flex: 1;
  min-width: 0;
  margin: 0;
  font-size: 16px;
  font-weight: 600;
`;

const Entry = styled.input`
  width: 100%;
  padding: 4px 8px;
  border: 1px solid transparent;
  border-radius: 4px;
  background: transparent;
  color: ${color('foreground.default')};
  font: inherit;
  text-overflow: ellipsis;

  &::placeholder {
    color: ${color('foreground.subtle')};
    opacity: 1;
  }

  &:hover:not(:disabled) {
    border-color: ${color('border.default')};
  }

  &:focus-visible {
    outline: none;
    border-color: ${color('border.primaryEmphasis')};
  }
`;

/** The subject as the page's heading, changed in place as in Zendesk. */
export function SubjectField({ model }: { model: TicketModel }) {
  const words = useWords();
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks');
  const isClosed = state.ticket.status === 'closed';
  const look = state.fieldLooks.subject;
  return (
    <Title>
      {look?.hidden ? (
        state.ticket.subject
      ) : (
        <Entry
          aria-label={words.t('subject')}
          placeholder={words.t('subject')}
          value={shownValues(state).subject ?? ''}
          title={shownValues(state).subject ?? ''}
          disabled={isClosed || look?.disabled === true}
          onChange={(event) => model.setCore({ subject: event.target.value })}
        />
      )}
    </Title>
  );
}
