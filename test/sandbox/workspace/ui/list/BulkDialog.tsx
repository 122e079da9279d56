import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { Dialog } from '../Dialog.tsx';
import { TagsField } from '../TagsField.tsx';
import { type BulkEdit, bulkPayload, emptyEdit } from './bulk-payload.ts';

interface BulkDialogProps {
  ids: readonly number[];
  onClose: () => void;
  onDone: () => void;
}

/** Changes many tickets at once; what is left empty stays as it is in each. Apps beside tickets aren't asked. */
export function BulkDialog({ ids, onClose, onDone }: BulkDialogProps) {
  const { rest, tabs, notify } = useWorkspace();
  const words = useWords();
  const [edit, setEdit] = useState<BulkEdit>(emptyEdit);
  const [isBusy, setBusy] = useState(false);
  const payload = bulkPayload(edit);
  const submit = async () => {
    setBusy(true);
    try {
      const { results } = await rest.updateMany(ids, payload);
      const failed = Array.isArray(results) ? results.filter((it) => it.success === false) : [];
      for (const id of ids) void tabs.refresh(id);
      notify(
        failed.length === 0
          ? { text: words.t('bulkDone', { n: ids.length }), kind: 'success', duration: 4000 }
          : {
              text: words.t('bulkFailed', { ids: failed.map((it) => `#${it.id}`).join(', ') }),
              kind: 'error',
              duration: 10_000,
            },
      );
      onDone();
      onClose();
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 8000 });
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={ids.length === 1 ? words.t('editOneTicket') : words.t('editTickets', { n: ids.length })}
      onClose={onClose}
      actions={
        <>
          <Button isBasic size="small" onClick={onClose}>
            {words.t('cancel')}
          </Button>
          <Button
            isPrimary
            size="small"
            disabled={isBusy || Object.keys(payload).length === 0}
            onClick={() => void submit()}
          >
            {words.t('submitBulk')}
          </Button>
        </>
      }
    >
      <BulkFields edit={edit} onChange={(change) => setEdit({ ...edit, ...change })} />
    </Dialog>
  );
}

interface BulkFieldsProps {
  edit: BulkEdit;
  onChange: (change: Partial<BulkEdit>) => void;
}

const statuses = ['open', 'pending', 'hold', 'solved'];
const priorities = ['low', 'normal', 'high', 'urgent'];
const types = ['question', 'incident', 'problem', 'task'];

function BulkFields({ edit, onChange }: BulkFieldsProps) {
  const words = useWords();
  const { users, groups } = useDirectory();
  const agents = [...users.values()].filter((user) => user.role !== 'end-user' && !user.suspended);
  const choice = (kind: 'status' | 'priority' | 'type', values: readonly string[]) => (
    <ChoiceField
      label={words.t(kind)}
      value={edit[kind]}
      options={values.map((value) => ({ value, label: words.value(kind, value) }))}
      look={undefined}
      onChange={(value) => onChange({ [kind]: value })}
    />
  );
  const tags = (name: 'addTags' | 'removeTags') => (
    <TagsField
      label={words.t(name)}
      tags={edit[name]}
      onAdd={(more) => onChange({ [name]: [...new Set([...edit[name], ...more])] })}
      onRemove={(tag) => onChange({ [name]: edit[name].filter((it) => it !== tag) })}
    />
  );
  return (
    <>
      {choice('status', statuses)}
      <ChoiceField
        label={words.t('group')}
        value={edit.groupId}
        options={groups.map((group) => ({ value: String(group.id), label: group.name }))}
        look={undefined}
        onChange={(groupId) => onChange({ groupId })}
      />
      <ChoiceField
        label={words.t('assignee')}
        value={edit.assigneeId}
        options={agents.map((agent) => ({ value: String(agent.id), label: agent.name }))}
        look={undefined}
        onChange={(assigneeId) => onChange({ assigneeId })}
      />
      {choice('type', types)}
      {choice('priority', priorities)}
      {tags('addTags')}
      {tags('removeTags')}
      <Field>
        <Label>{words.t('comment')}</Label>
        <Textarea
          isCompact
          minRows={2}
          value={edit.comment}
          onChange={(event) => onChange({ comment: event.target.value })}
        />
      </Field>
      <Field>
        <Checkbox checked={edit.isPublic} onChange={(event) => onChange({ isPublic: event.target.checked })}>
          <Label isRegular>{words.t('requesterCanSee')}</Label>
        </Checkbox>
      </Field>
    </>
  );
}
