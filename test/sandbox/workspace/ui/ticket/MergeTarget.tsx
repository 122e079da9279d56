import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import styled from 'styled-components';
import type { Ticket } from '../../api/shapes.ts';
import { useParts, useStore } from '../../state/store.ts';
import { useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { color } from '../color.ts';
import { Dialog } from '../Dialog.tsx';
import { StatusBadge } from '../StatusBadge.tsx';

const Suggestions = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;

  button {
    display: flex;
    width: 100%;
    gap: 8px;
    padding: 6px 8px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }

  button:hover,
  button:focus-visible {
    outline: none;
    background: ${color('background.primaryEmphasis', { transparency: 200 })};
  }
`;

interface MergeTargetProps {
  model: TicketModel;
  id: number;
  onClose: () => void;
  onChosen: (ticket: Ticket) => void;
}

/** Asks for the ticket that takes the other in: by its number, or one of those open in tabs. */
export function MergeTarget({ model, id, onClose, onChosen }: MergeTargetProps) {
  const { rest, tabs } = useWorkspace();
  const words = useWords();
  const { users } = useDirectory();
  const { ticket } = useParts(model.store, 'ticket');
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string>();
  const open = useStore(tabs.store).flatMap((tab) => tab.model?.store.get().ticket ?? []);
  const others = open.filter((it) => it.id !== undefined && it.id !== id && it.status !== 'closed');
  const choose = async (wanted: number) => {
    try {
      const found = await rest.ticket(wanted);
      if (wanted === id || found.status === 'closed') setProblem(words.t('mergeImpossible'));
      else onChosen(found);
    } catch {
      setProblem(words.t('noTicket', { id: number }));
    }
  };
  return (
    <Dialog
      title={words.t('mergeTitle', { id })}
      onClose={onClose}
      actions={
        <Button
          isPrimary
          size="small"
          disabled={!/^#?\d+$/.test(number.trim())}
          onClick={() => void choose(Number(number.replace('#', '')))}
        >
          {words.t('merge')}
        </Button>
      }
    >
      <Field>
        <Label>{words.t('mergeNumber')}</Label>
        <Input
          isCompact
          autoFocus
          value={number}
          inputMode="numeric"
          onChange={(event) => setNumber(event.target.value)}
        />
      </Field>
      {problem !== undefined && (
        <Alert type="error" role="alert">
          {problem}
        </Alert>
      )}
      {others.length > 0 && (
        <div>
          <b>{words.t('openTickets')}</b>
          <Suggestions>
            {others.map((it) => (
              <li key={it.id}>
                <button type="button" onClick={() => void choose(it.id ?? 0)}>
                  <StatusBadge status={it.status} /> #{it.id} {it.subject}
                  {it.requester_id === ticket.requester_id && ` · ${users.get(it.requester_id ?? 0)?.name}`}
                </button>
              </li>
            ))}
          </Suggestions>
        </div>
      )}
    </Dialog>
  );
}
