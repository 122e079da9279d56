import { isLocalDate } from '../../../domain/local-date.ts';
import type { Action } from '../api/actions.ts';
import { useBoard } from '../BoardContext.tsx';
import { useNames } from '../names/use-names.ts';
import { Subtle } from '../parts/Section.tsx';

/** Whether a cause fell after an action, in words; empty where there is nothing to say yet. */
export function useEffectText(): (action: Action) => string {
  const { language, format } = useBoard();
  const { say } = language;
  return ({ before, after, fell, doneAt }) => {
    if (doneAt === null) return say('actions.open');
    if (before?.mean == null || after?.mean == null) return say('actions.tooEarly');
    const means = {
      before: format.number(Math.round(before.mean * 10) / 10),
      after: format.number(Math.round(after.mean * 10) / 10),
    };
    if (fell === null) return say('actions.unclear', means);
    return say(fell ? 'actions.fell' : 'actions.notFell', means);
  };
}

/** What is done about a cause, by whom and until when. */
export function ActionLine({ action }: { action: Action }) {
  const { language, when } = useBoard();
  const { say } = language;
  const owner = useNames('user', [action.ownerId]);
  const effect = useEffectText();
  const day = isLocalDate(action.dueDate) ? when.day(action.dueDate) : action.dueDate;
  return (
    <p>
      <Subtle>
        {say('actions.line', { what: action.what, owner: owner(action.ownerId), day })} {effect(action)}
      </Subtle>
    </p>
  );
}
