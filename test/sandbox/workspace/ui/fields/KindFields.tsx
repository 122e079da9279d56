import { useParts } from '../../state/store.ts';
import { useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { DateField } from './DateField.tsx';

const types = ['question', 'incident', 'problem', 'task'];
const priorities = ['low', 'normal', 'high', 'urgent'];

/** Type, a task's due date, priority. */
export function KindFields({ model }: { model: TicketModel }) {
  const words = useWords();
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks');
  const values = shownValues(state);
  return (
    <>
      <ChoiceField
        label={words.t('type')}
        value={values.type ?? ''}
        options={types.map((value) => ({ value, label: words.value('type', value) }))}
        look={state.fieldLooks.type}
        onChange={(value) => model.setCore({ type: value || null })}
      />
      {values.type === 'task' && (
        <DateField
          label={words.t('dueDate')}
          value={values.dueAt?.slice(0, 10) ?? ''}
          // Zendesk's page sets a due date at noon.
          onChange={(date) => model.setCore({ dueAt: date === null ? null : `${date}T12:00:00Z` })}
          isRequired={false}
          isDisabled={false}
          error={undefined}
        />
      )}
      <ChoiceField
        label={words.t('priority')}
        value={values.priority ?? ''}
        options={priorities.map((value) => ({ value, label: words.value('priority', value) }))}
        look={state.fieldLooks.priority}
        onChange={(value) => model.setCore({ priority: value || null })}
      />
    </>
  );
}
