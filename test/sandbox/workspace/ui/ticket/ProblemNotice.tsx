import { Alert, Close, Title } from '@zendeskgarden/react-notifications';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';

/** Why the ticket was not saved: each of the account's reasons on a line. */
export function ProblemNotice({ model }: { model: TicketModel }) {
  const words = useWords();
  const { problem } = useStore(model.store);
  if (problem === undefined) return null;
  return (
    <Alert type="error" role="alert" style={{ marginBottom: 8 }}>
      <Title>{words.t('notSaved')}</Title>
      {problem.text}
      {problem.details.length > 0 && (
        <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
          {problem.details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Close aria-label={words.t('close')} onClick={model.dismissProblem} />
    </Alert>
  );
}
