import type { ReactNode } from 'react';
import type { ActionId } from '../../../../domain/actions.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import type { TextKey } from '../../../ui/language.ts';
import { useCase } from '../../CaseContext.tsx';
import type { DutyMessage } from '../../model/duty-actions.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { Doing } from '../duty/use-doing.ts';
import type { Delay } from '../explain-delay/use-delay.ts';
import { PostForm } from './PostForm.tsx';

/** What may be posted instead of the message that is owed. */
const INSTEAD: Readonly<Record<DutyMessage, { label: TextKey; actions: readonly ActionId[] } | undefined>> = {
  acknowledged: undefined,
  updated: { label: 'case.skip', actions: ['respond'] },
  responded: { label: 'case.another', actions: ['another_update', 'update'] },
};

export interface PostDutyProps {
  readonly event: DutyMessage;
  readonly delay: Delay;
  readonly doing: Doing;
  readonly menu: ReactNode;
}

/** The letter that is owed, and one shortcut to another. */
export function PostDuty({ event, delay, doing, menu }: PostDutyProps) {
  const { say } = useEnvironment().language;
  const { act } = useSidebar();
  const { record, allowed } = useCase();
  const instead = INSTEAD[event];
  const other = instead?.actions.find((id) => allowed.includes(id));
  return (
    <>
      <PostForm key={event} kind={event} record={record} before={delay.save} menu={menu} />
      {instead && other ? (
        <LinkButton disabled={doing.action.busy} onClick={() => doing.open(() => act(other))}>
          {say(instead.label)}
        </LinkButton>
      ) : null}
      <Failure text={doing.action.failure} />
    </>
  );
}
