import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useParts } from '../../state/store.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { shownValues } from '../../ticket/state.ts';
import { SearchSelect } from './SearchSelect.tsx';
import type { Choice } from './use-listbox.ts';

const Take = styled.div`
  position: relative;

  > button {
    position: absolute;
    top: 0;
    right: 0;
    font-size: 12px;
  }
`;

/** Group and agent in one, as Zendesk does it: a group alone, or an agent of a group. */
export function AssigneeField({ model }: { model: TicketModel }) {
  const words = useWords();
  const { me, users, groups, memberships } = useDirectory();
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks');
  const { assigneeId, groupId } = shownValues(state);
  const looks = [state.fieldLooks.assignee, state.fieldLooks.group];
  if (looks.some((look) => look?.hidden)) return null;
  const isClosed = state.ticket.status === 'closed';
  const groupName = groups.find((group) => group.id === groupId)?.name;
  const agentName = assigneeId === null ? undefined : (users.get(assigneeId)?.name ?? `#${assigneeId}`);
  const choices = groups.flatMap((group): Choice[] => [
    { value: `${group.id}/`, label: group.name },
    ...(memberships.get(group.id) ?? []).flatMap((id): Choice[] => {
      const user = users.get(id);
      if (user === undefined || user.suspended) return [];
      return [{ value: `${group.id}/${id}`, label: `${group.name}/${user.name}`, search: user.email ?? '' }];
    }),
  ]);
  const change = (value: string) => {
    const [group = '', agent = ''] = value.split('/');
    model.setCore({
      groupId: group === '' ? null : Number(group),
      assigneeId: agent === '' ? null : Number(agent),
    });
  };
  const ownGroups = groups.filter((group) => memberships.get(group.id)?.includes(me.id));
  const take = () => {
    const group = ownGroups.find((it) => it.id === groupId) ?? ownGroups[0];
    model.setCore({ assigneeId: me.id, ...(group ? { groupId: group.id } : {}) });
  };
  return (
    <Take>
      <SearchSelect
        label={words.t('assignee')}
        isDisabled={isClosed || looks.some((look) => look?.disabled)}
        value={groupId === null && assigneeId === null ? '' : `${groupId ?? ''}/${assigneeId ?? ''}`}
        shown={[groupName, agentName].filter((it) => it !== undefined).join('/')}
        choices={choices}
        onChange={change}
      />
      {assigneeId !== me.id && !isClosed && (
        <Button isLink onClick={take}>
          {words.t('takeIt')}
        </Button>
      )}
    </Take>
  );
}
