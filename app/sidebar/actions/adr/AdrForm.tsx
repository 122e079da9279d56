import { Field, Fieldset, Radio } from '@zendeskgarden/react-forms';
import { z } from 'zod/mini';
import type { Deadline } from '../../../../domain/deadline.ts';
import { useKept } from '../../../ui/use-kept.ts';
import type { Reading } from '../../model/status.ts';
import { recordEvent } from '../../record/event.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import type { ActionProps } from '../action.ts';
import { PostAction } from '../post/PostAction.tsx';
import { ActionForm } from '../shared/ActionForm.tsx';
import { dueText } from '../shared/due-text.ts';
import { useLetter } from '../shared/use-letter.ts';
import { useOmbudsman } from '../shared/use-ombudsman.ts';
import { WordsField } from '../shared/WordsField.tsx';

const entrySchema = z.object({
  why: z.enum(['deadlock', 'limit']),
  words: z.string(),
  /** The deadlock stands on the ticket. */
  recorded: z.boolean(),
  /** By post: nothing is left but the letter. */
  posting: z.optional(z.boolean()),
});
type Entry = z.output<typeof entrySchema>;
const EMPTY: Entry = { why: 'deadlock', words: '', recorded: false };

interface OccasionProps {
  readonly value: Entry['why'];
  readonly limit: Deadline;
  readonly reading: Reading;
  readonly onChange: (value: Entry['why']) => void;
}

/** No agreement, or only the regulator's limit: the letter is the same, and what is recorded is not. */
function Occasion({ value, limit, reading, onChange }: OccasionProps) {
  const { say } = reading.language;
  const choices = [
    { why: 'deadlock', label: say('adr.deadlock'), hint: say('adr.deadlockHelp') },
    { why: 'limit', label: say('adr.limit', { date: dueText(limit, reading) }), hint: say('adr.limitHelp') },
  ] as const;
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{say('adr.why')}</Fieldset.Legend>
      {choices.map(({ why, label, hint }) => (
        <Field key={why}>
          <Radio name="adr-why" value={why} checked={value === why} onChange={() => onChange(why)}>
            <Field.Label isRegular>{label}</Field.Label>
            <Field.Hint>{hint}</Field.Hint>
          </Radio>
        </Field>
      ))}
    </Fieldset>
  );
}

/** What is recorded before the letter, and how it goes on from there. */
function useAdr({ record, deadlines, reading, byPost, onClose }: ActionProps) {
  const { say } = reading.language;
  const { host, ticketId, reload } = useSidebar();
  const { value, change, clear } = useKept('adr', EMPTY, entrySchema);
  const letter = useLetter();
  const { run, ...action } = useAction();
  const limit = deadlines.find(({ doneBy, waived }) => doneBy === 'adr_letter_sent' && !waived);
  const known = value.recorded || record.events.some(({ kind }) => kind === 'deadlock');
  const asks = !known && (value.why === 'deadlock' || !limit);
  const words = value.words.trim();
  const close = (): void => {
    clear();
    onClose();
  };
  const submit = (): void =>
    void run(async () => {
      if (asks) {
        const note = words ? say('adr.noteWhy', { reason: words }) : say('adr.note');
        await recordEvent(host, ticketId, { complaint: { event: 'deadlock' }, note });
        change({ recorded: true });
      }
      if (byPost) return change({ posting: true });
      await letter('adr_letter_sent', say('step.adr_letter'));
      close();
      await reload();
    });
  return { ...action, value, change, limit, known, asks, close, submit };
}

/** Records that no agreement was reached, and puts the ADR letter into the reply, or onto paper. */
export function AdrForm(props: ActionProps) {
  const { reading, byPost } = props;
  const { say } = reading.language;
  const ombudsman = useOmbudsman(reading.language);
  const { value, change, limit, known, asks, close, submit, ...action } = useAdr(props);
  if (byPost && (known || value.posting)) {
    return <PostAction {...props} kind="adr_letter_sent" onClose={close} />;
  }
  const inReply = ombudsman ? say('adr.text', { name: ombudsman }) : say('adr.textPlain');
  const text = byPost ? say('post.text') : inReply;
  return (
    <ActionForm
      title={say('adr.title')}
      text={value.recorded ? say('act.letterLeft') : text}
      submit={say(byPost ? 'post.next' : 'adr.submit')}
      help={byPost ? undefined : say('act.sentLater')}
      onSubmit={submit}
      onCancel={close}
      {...action}
    >
      {limit && !known ? (
        <Occasion value={value.why} limit={limit} reading={reading} onChange={(why) => change({ why })} />
      ) : null}
      {asks ? (
        <WordsField
          label={say('adr.words')}
          value={value.words}
          onChange={(typed) => change({ words: typed })}
        />
      ) : null}
    </ActionForm>
  );
}
