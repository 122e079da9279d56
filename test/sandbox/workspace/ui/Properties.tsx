import styled from 'styled-components';
import { formFields, isCustomField } from '../state/directory.ts';
import { useStore } from '../state/store.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { Avatar } from './Avatar.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { CustomField } from './CustomField.tsx';
import { color } from './color.ts';
import { TagsField } from './TagsField.tsx';

const Panel = styled.section`
  display: flex;
  width: 280px;
  flex: none;
  flex-direction: column;
  gap: 14px;
  overflow-y: auto;
  padding: 16px;
  border-right: 1px solid ${color('border.default')};
  background: ${color('background.subtle')};
`;

const Person = styled.div`
  display: flex;
  align-items: center;
  gap: 10px;
  min-width: 0;

  small {
    display: block;
    overflow: hidden;
    color: ${color('foreground.subtle')};
    font-size: 12px;
    text-overflow: ellipsis;
  }
`;

const Caption = styled.div`
  margin-bottom: 4px;
  font-weight: 600;
`;

/** The ticket's properties, each changed in the draft until the next submit. */
export function Properties({ model }: { model: TicketModel }) {
  const words = useWords();
  const directory = useDirectory();
  const state = useStore(model.store);
  const requester = directory.users.get(state.ticket.requester_id);
  const fields = formFields(directory, state.ticket.ticket_form_id).filter(isCustomField);
  return (
    <Panel aria-label={words.t('properties')}>
      <div>
        <Caption>{words.t('requester')}</Caption>
        {requester && (
          <Person>
            <Avatar user={requester} size={28} />
            <div style={{ minWidth: 0 }}>
              {requester.name}
              <small>{requester.email ?? requester.phone ?? '–'}</small>
            </div>
          </Person>
        )}
      </div>
      <CoreFields model={model} />
      <TagsField
        tags={shownValues(state).tags}
        onAdd={model.addTags}
        onRemove={(tag) => model.removeTags([tag])}
      />
      <KindFields model={model} />
      {fields.map((field) => (
        <CustomField key={field.id} field={field} model={model} />
      ))}
    </Panel>
  );
}

function CoreFields({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users, groups } = useDirectory();
  const state = useStore(model.store);
  const values = shownValues(state);
  const agents = [...users.values()].filter((user) => user.role !== 'end-user');
  return (
    <>
      <ChoiceField
        label={words.t('group')}
        value={String(values.groupId ?? '')}
        options={groups.map((group) => ({ value: String(group.id), label: group.name }))}
        look={state.fieldLooks.group}
        onChange={(value) => model.setCore({ groupId: value === '' ? null : Number(value) })}
      />
      <ChoiceField
        label={words.t('assignee')}
        value={String(values.assigneeId ?? '')}
        options={agents.map((agent) => ({ value: String(agent.id), label: agent.name }))}
        look={state.fieldLooks.assignee}
        onChange={(value) => model.setCore({ assigneeId: value === '' ? null : Number(value) })}
      />
    </>
  );
}

const types = ['question', 'incident', 'problem', 'task'];
const priorities = ['low', 'normal', 'high', 'urgent'];

function KindFields({ model }: { model: TicketModel }) {
  const words = useWords();
  const state = useStore(model.store);
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
