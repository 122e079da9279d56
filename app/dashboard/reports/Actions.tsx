import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { type Action, actionsSchema } from '../api/actions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { Awaited } from '../parts/Awaited.tsx';
import { Section } from '../parts/Section.tsx';
import { ActionForm } from './ActionForm.tsx';
import { ActionTable } from './ActionTable.tsx';

/** `about` without a cause: the form is open, and nothing chosen yet. */
const ANY = 'any';

export interface ActionsProps {
  /** The cause for which an action is being entered. */
  readonly about: string | undefined;
  readonly onAbout: (category: string | undefined) => void;
}

/** What is being done about root causes, and whether they fell afterwards. */
export function Actions({ about, onAbout }: ActionsProps) {
  const { say } = useBoard().language;
  const answer = useAnswer<{ actions: Action[] }>('actions', actionsSchema);
  const [changing, setChanging] = useState<Action>();
  const onDone = (saved: boolean): void => {
    setChanging(undefined);
    if (about) onAbout(undefined);
    if (saved) answer.reload();
  };
  return (
    <Section
      title={say('actions.title')}
      beside={say('actions.text')}
      actions={
        about || changing ? null : (
          <Button size="small" onClick={() => onAbout(ANY)}>
            {say('actions.add')}
          </Button>
        )
      }
    >
      {changing ? (
        <ActionForm key={changing.id} action={changing} onDone={onDone} />
      ) : about ? (
        <ActionForm key={about} category={about === ANY ? undefined : about} onDone={onDone} />
      ) : null}
      <Awaited answer={answer}>
        {({ actions }) =>
          actions.length === 0 ? (
            <p>{say('actions.none')}</p>
          ) : (
            <ActionTable actions={actions} onChange={setChanging} onChanged={answer.reload} />
          )
        }
      </Awaited>
    </Section>
  );
}
