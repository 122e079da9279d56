import { useState } from 'react';
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

/** All actions: open ones first, by their dates, as the service sorts them. */
export function ActionTable({ actions, onChanged }: { actions: readonly Action[]; onChanged: () => void }) {
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
                <DoneButton action={action} onChanged={onChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </CaseTable>
    </Scroll>
  );
}
