import { useAction } from '../../use-action.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useLetter } from '../shared/use-letter.ts';

/** Asks a customer to stay polite; the complaint goes on all the same. */
export function BehaviourForm({ reading, onClose }: ActionProps) {
  const { say } = reading.language;
  const letter = useLetter();
  const { run, ...action } = useAction();
  const insert = (): void =>
    void run(async () => {
      await letter('behaviour', say('draft.behaviour'));
      onClose();
    });
  return (
    <ActionForm
      title={say('menu.behaviour')}
      text={say('behaviour.text')}
      submit={say('act.insertLetter')}
      help={say('act.sentLater')}
      onSubmit={insert}
      onCancel={onClose}
      {...action}
    />
  );
}
