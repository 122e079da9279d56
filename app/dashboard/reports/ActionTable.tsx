import { useState } from 'react';
import styled from 'styled-components';
import { isLocalDate } from '../../../domain/local-date.ts';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { type Action, actionSchema } from '../api/actions.ts';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { CaseTable, Scroll } from '../parts/CaseTable.tsx';
import { useEffectText } from './ActionLine.tsx';

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
`;

function DoneButton({ action, onChanged }: { action: Action; onChanged: () => void }) {
  const { api, language, onFailure } = useBoard();
  const { say } = language;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const done = action.doneAt === null;
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.json({ path: `actions/${action.id}`, method: 'PATCH', body: { done } }, actionSchema);
      onChanged();
    } catch (error) {
      onFailure(error);
      setFailure(failureText(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <LinkButton
        disabled={busy}
        onClick={save}
        aria-label={`${say(done ? 'actions.markDone' : 'actions.reopen')}: ${action.what}`}
      >
        {say(done ? 'actions.markDone' : 'actions.reopen')}
      </LinkButton>
      <Failure text={failure} />
    </>
  );
}

export interface ActionTableProps {
  readonly actions: readonly Action[];
  /** Asks for an action to be changed. */
  readonly onChange: (action: Action) => void;
  /** Told when one was marked as done, or not done. */
  readonly onChanged: () => void;
}

/** All actions: open ones first, by their dates, as the service sorts them. */
export function ActionTable({ actions, onChange, onChanged }: ActionTableProps) {
  const { language, when } = useBoard();
  const { say } = language;
  const account = useAccountNames();
  const owner = useNames(
    'user',
    actions.map(({ ownerId }) => ownerId),
  );
  const effect = useEffectText();
  const day = (date: string): string => (isLocalDate(date) ? when.longDay(date) : date);
  return (
    <Scroll>
      <CaseTable>
        <thead>
          <tr>
            <th scope="col">{say('actions.what')}</th>
            <th scope="col">{say('causes.cause')}</th>
            <th scope="col">{say('cases.owner')}</th>
            <th scope="col">{say('actions.due')}</th>
            <th scope="col">{say('actions.effect')}</th>
            <th scope="col">{say('actions.state')}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.id}>
              <th scope="row">{action.what}</th>
              <td>{account.option('category', action.category)}</td>
              <td>{owner(action.ownerId)}</td>
              <td>{day(action.dueDate)}</td>
              <td>{effect(action)}</td>
              <td>
                <Buttons>
                  <DoneButton action={action} onChanged={onChanged} />
                  <LinkButton
                    onClick={() => onChange(action)}
                    aria-label={`${say('actions.changeShort')}: ${action.what}`}
                  >
                    {say('actions.changeShort')}
                  </LinkButton>
                </Buttons>
              </td>
            </tr>
          ))}
        </tbody>
      </CaseTable>
    </Scroll>
  );
}
