import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { userName } from '../../state/directory.ts';
import { useStore } from '../../state/store.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { useValueText } from './value-text.ts';

/** Tells what somebody else changed while the agent was at it, and lets the agent choose. */
export function Collision({ model }: { model: TicketModel }) {
  const words = useWords();
  const directory = useDirectory();
  const { collision } = useStore(model.store);
  const text = useValueText();
  if (collision === undefined) return null;
  const names = collision.authorIds.map((id) => userName(directory, id)).join(', ');
  return (
    <Alert type="warning" role="alert" style={{ marginBottom: 8 }}>
      <Title>{words.t('collision', { names })}</Title>
      <ul style={{ margin: '4px 0', paddingLeft: 18 }}>
        {collision.changes.map((change) => (
          <li key={change.name}>
            {text.title(change.name)}: {text.value(change.name, change.before) || '–'} →{' '}
            {text.value(change.name, change.theirs) || '–'}
          </li>
        ))}
        {collision.newComments > 0 && <li>{words.t('collisionComments', { n: collision.newComments })}</li>}
      </ul>
      <Button size="small" isNeutral onClick={() => model.settleCollision('mine')}>
        {words.t('keepMine')}
      </Button>{' '}
      {collision.changes.length > 0 && (
        <Button size="small" isNeutral onClick={() => model.settleCollision('theirs')}>
          {words.t('takeTheirs')}
        </Button>
      )}
    </Alert>
  );
}
