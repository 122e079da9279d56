import type { CaseEvent } from '../../../../domain/events.ts';
import type { TextKey } from '../../../ui/language.ts';
import { Help } from '../../../ui/layout.tsx';
import { toldEvents } from '../../model/told-case.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { Moves } from '../shared/Moves.tsx';
import { OptionField } from '../shared/OptionField.tsx';
import { useRules } from '../shared/use-rules.ts';
import { useTelling } from '../shared/use-telling.ts';
import { WordsField } from '../shared/WordsField.tsx';
import { CorrectFields } from './CorrectFields.tsx';
import { metadataOf } from './correction.ts';
import { noteOf } from './correction-note.ts';
import { useCorrection, WRONG, type Wrong } from './use-correction.ts';

const NAMES: Readonly<Record<Wrong, TextKey>> = {
  received: 'correct.received',
  channel: 'correct.channel',
  first: 'correct.first',
  event: 'correct.event',
};

type EditorProps = ActionProps & { readonly events: readonly CaseEvent[] };

function Editor({ events, reading, onClose }: EditorProps) {
  const { say } = reading.language;
  const { fields } = useSidebar();
  const correcting = useCorrection(events, reading, useRules(reading));
  const { entry, change, clear, found, moves, wordsMissing, show, hide } = correcting;
  const { tell, ...telling } = useTelling();
  const reason = entry.words.trim();
  const done = (): void => {
    clear();
    onClose();
  };
  const submit = (): void => {
    show();
    if (!found.ok || reason === '') return;
    const note = noteOf(found.correction, { events, reading, channels: fields.channel, reason });
    void tell({ complaint: metadataOf(events, found.correction), note }, done);
  };
  const choose = (what: Wrong | undefined): void => {
    hide();
    change({ what: what ?? 'received' });
  };
  const shell = { title: say('correct.title'), text: say('correct.text'), submit: say('correct.submit') };
  return (
    <ActionForm {...shell} onSubmit={submit} onCancel={done} {...telling}>
      <OptionField
        label={say('correct.what')}
        options={WRONG.map((value) => ({ value, label: say(NAMES[value]) }))}
        value={entry.what}
        onChange={choose}
      />
      <CorrectFields correcting={correcting} events={events} reading={reading} />
      {moves ? <Moves moves={moves} reading={reading} /> : null}
      <WordsField
        label={say('act.reason')}
        value={entry.words}
        onChange={(words) => change({ words })}
        fault={wordsMissing ? say('act.reasonMissing') : undefined}
      />
    </ActionForm>
  );
}

/** Puts right what was recorded wrongly; the entries, each with its audit, are the service's to tell. */
export function CorrectForm(props: ActionProps) {
  const { reading, onClose } = props;
  const { say } = reading.language;
  const { caseAnswer } = useSidebar();
  if (caseAnswer?.ok) return <Editor {...props} events={toldEvents(caseAnswer.value.events)} />;
  return (
    <ActionForm title={say('correct.title')} onCancel={onClose}>
      <Help style={{ textAlign: 'left' }}>
        {say(caseAnswer === undefined ? 'common.loading' : 'correct.needsService')}
      </Help>
    </ActionForm>
  );
}
