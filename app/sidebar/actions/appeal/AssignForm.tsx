import { useEffect, useState } from 'react';
import { z } from 'zod/mini';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Help } from '../../../ui/layout.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { changeTicket } from '../../../zaf/change-ticket.ts';
import { fetchGroups, type Group } from '../../../zaf/groups.ts';
import type { Reading } from '../../model/status.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { OptionField } from '../shared/OptionField.tsx';

/** The teams; undefined while they are read, null where they can't be. */
function useGroups(): readonly Group[] | null | undefined {
  const { host } = useSidebar();
  const [groups, setGroups] = useState<readonly Group[] | null>();
  useEffect(() => {
    let alive = true;
    fetchGroups(host).then(
      (found) => alive && setGroups(found),
      () => alive && setGroups(null),
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return groups;
}

export interface AssignFormProps {
  readonly reading: Reading;
  readonly onClose: () => void;
}

/** Gives the ticket to a team at once, to nobody in particular, with a note of why. */
export function AssignForm({ reading, onClose }: AssignFormProps) {
  const { say } = reading.language;
  const { host, ticketId, ticket, reload } = useSidebar();
  const groups = useGroups();
  const kept = useKept('assign', '', z.string());
  const announce = useAnnounce();
  const { run, ...action } = useAction();
  const [missing, setMissing] = useState(false);
  const chosen = kept.value || String(ticket.groupId ?? '');
  const group = groups?.find(({ id }) => String(id) === chosen);
  const done = (): void => {
    kept.clear();
    onClose();
  };
  const submit = (): void => {
    setMissing(!group);
    if (!group) return;
    const note = say('appeal.assignNote', { group: group.name });
    const change = { group_id: group.id, assignee_id: null, comment: { body: note, public: false } } as const;
    void run(async () => {
      await changeTicket(host, ticketId, () => change);
      announce(say('appeal.assigned', { group: group.name }));
      done();
      await reload();
    });
  };
  const shell = { title: say('appeal.assign'), onCancel: done };
  if (groups === null) {
    return (
      <ActionForm {...shell}>
        <Help style={{ textAlign: 'left' }}>{say('appeal.noGroups')}</Help>
      </ActionForm>
    );
  }
  return (
    <ActionForm
      {...shell}
      text={say('appeal.assignText')}
      submit={say('appeal.assign')}
      onSubmit={submit}
      {...action}
    >
      <OptionField
        label={say('appeal.group')}
        options={(groups ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        none={say('act.choose')}
        value={chosen}
        onChange={(value) => kept.set(value ?? '')}
        fault={missing && !group ? say('appeal.groupMissing') : undefined}
      />
    </ActionForm>
  );
}
