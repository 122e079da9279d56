import styled from 'styled-components';
import { useParts } from '../state/store.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import { fieldsShown } from '../ticket/form.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { CustomField } from './CustomField.tsx';
import { color } from './color.ts';
import { AssigneeField } from './fields/AssigneeField.tsx';
import { KindFields } from './fields/KindFields.tsx';
import { PeopleField } from './fields/PeopleField.tsx';
import { RequesterField } from './fields/RequesterField.tsx';
import { TagsField } from './TagsField.tsx';

const Panel = styled.section`
  display: flex;
  width: 300px;
  flex: none;
  flex-direction: column;
  gap: 14px;
  overflow-y: auto;
  padding: 16px;
  border-right: 1px solid ${color('border.default')};
  background: ${color('background.subtle')};
`;

const Group = styled.fieldset`
  display: contents;
`;

/** The ticket's properties, each changed in the draft until the next submit. A closed ticket's can't be changed. */
export function Properties({ model }: { model: TicketModel }) {
  const words = useWords();
  const directory = useDirectory();
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks');
  const values = shownValues(state);
  const isClosed = state.ticket.status === 'closed';
  const forms = directory.forms.filter((form) => form.active || form.id === values.formId);
  return (
    <Panel aria-label={words.t('properties')}>
      <Group disabled={isClosed}>
        <RequesterField model={model} />
        <AssigneeField model={model} />
        <PeopleField
          label={words.t('ccs')}
          userIds={values.ccIds}
          isFit={(user) => user.id !== values.requesterId}
          mayAdd
          isDisabled={isClosed}
          onChange={(ccIds) => model.setCore({ ccIds })}
        />
        <PeopleField
          label={words.t('followers')}
          userIds={values.followerIds}
          isFit={(user) => user.role !== 'end-user'}
          isDisabled={isClosed}
          onChange={(followerIds) => model.setCore({ followerIds })}
        />
        {forms.length > 1 && (
          <ChoiceField
            label={words.t('form')}
            value={String(values.formId ?? '')}
            options={forms.map((form) => ({ value: String(form.id), label: form.name }))}
            look={state.fieldLooks.ticket_form_id}
            onChange={(value) => model.setCore({ formId: value === '' ? null : Number(value) })}
          />
        )}
        <TagsField
          tags={values.tags}
          onAdd={model.addTags}
          onRemove={(tag) => model.removeTags([tag])}
          isDisabled={state.fieldLooks.tags?.disabled === true || isClosed}
        />
        <KindFields model={model} />
        {fieldsShown(directory, values).map(({ field, isRequired }) => (
          <CustomField key={field.id} field={field} model={model} isRequired={isRequired} />
        ))}
      </Group>
    </Panel>
  );
}
