import { z } from 'zod/mini';
import { optionName } from '../../../../domain/terms.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import type { AccountField } from '../../../zaf/account.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { OptionField } from './OptionField.tsx';
import { WordsField } from './WordsField.tsx';

export const reasonSchema = z.object({ option: z.string(), words: z.string() });
/** A reason out of the account's list, by its option's tag, and the agent's own words. Either may be empty. */
export type TypedReason = z.output<typeof reasonSchema>;
export const NO_REASON: TypedReason = { option: '', words: '' };

/** Said by words only, where the account has no list or the list has nothing that fits. */
const OTHER = 'other';

function optionsOf(field: AccountField | undefined): readonly { name: string; value: string }[] {
  return field?.options ?? [];
}

/** The reason's name for the metadata, and its words for people; undefined where it is missing. */
export function reasonOf(
  { option, words }: TypedReason,
  field: AccountField | undefined,
): { readonly code: string; readonly text: string } | undefined {
  const chosen = optionsOf(field).find(({ value }) => value === option);
  const code = optionName('delay_reason', chosen?.value) ?? OTHER;
  const own = words.trim();
  if (code === OTHER) return own === '' ? undefined : { code, text: own };
  return { code, text: own === '' ? (chosen?.name ?? '') : `${chosen?.name}. ${own}` };
}

export interface ReasonProps {
  readonly value: TypedReason;
  readonly onChange: (value: TypedReason) => void;
  readonly fault?: string | undefined;
}

/** Why a date moves: out of the account's reasons for a delay, and in the agent's words. */
export function Reason({ value, onChange, fault }: ReasonProps) {
  const { say } = useEnvironment().language;
  const { fields } = useSidebar();
  const options = optionsOf(fields.delay_reason).map((one) => ({ value: one.value, label: one.name }));
  if (options.length === 0) {
    const change = (words: string): void => onChange({ ...value, words });
    return <WordsField label={say('act.reason')} value={value.words} onChange={change} fault={fault} />;
  }
  return (
    <>
      <OptionField
        label={say('act.reason')}
        options={options}
        none={say('act.choose')}
        value={value.option}
        onChange={(option) => onChange({ ...value, option: option ?? '' })}
        fault={value.option === '' ? fault : undefined}
      />
      <WordsField
        label={say('act.words')}
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
        fault={value.option === '' ? undefined : fault}
      />
    </>
  );
}
