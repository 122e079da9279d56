import { Checkbox, Field, Fieldset, Select, Textarea } from '@zendeskgarden/react-forms';
import { OPTION_PREFIX, optionName } from '../../../domain/terms.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { TextKey } from '../../ui/language.ts';
import type { AccountFields } from '../../zaf/account.ts';
import type { EntryPart } from './ReceiptFields.tsx';

type Part = Pick<EntryPart, 'entry' | 'change'> & { readonly fields: AccountFields };

export function CategoryField({ entry, change, fields }: Part) {
  const { say } = useEnvironment().language;
  const options = fields.category?.options ?? [];
  if (options.length === 0) return null;
  return (
    <Field>
      <Field.Label>{say('form.about')}</Field.Label>
      <Select isCompact value={entry.category} onChange={(event) => change({ category: event.target.value })}>
        <option value="">{say('form.aboutNone')}</option>
        {options.map(({ name, value }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** As much as a list of complaints shows well. */
const MOST = 500;

/** In the agent's words; the customer's own first sentences are at hand. */
export function SummaryField({ entry, change, fields, proposal }: Part & { readonly proposal: string }) {
  const { say } = useEnvironment().language;
  if (!fields.summary) return null;
  return (
    <div>
      <Field>
        <Field.Label>{say('form.summary')}</Field.Label>
        <Textarea
          isCompact
          minRows={2}
          maxRows={6}
          maxLength={MOST}
          value={entry.summary}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </Field>
      {entry.summary === '' && proposal !== '' ? (
        <LinkButton style={{ fontSize: 12, marginTop: 4 }} onClick={() => change({ summary: proposal })}>
          {say('form.summaryPropose')}
        </LinkButton>
      ) : null}
    </div>
  );
}

const FLAG_NAMES: Readonly<Record<string, TextKey>> = {
  data_protection: 'form.flagData',
  needs_support: 'form.flagSupport',
  abusive_behaviour: 'form.flagAbusive',
};

/** What sets the complaint apart: the options of the account's own field. */
export function FlagFields({ entry, change, fields }: Part) {
  const { say } = useEnvironment().language;
  const options = fields.flags?.options ?? [];
  if (options.length === 0) return null;
  return (
    <Fieldset isCompact>
      <Fieldset.Legend hidden>{say('form.flags')}</Fieldset.Legend>
      {options.map(({ name, value }) => {
        const flag = optionName('flags', value) ?? value.replace(OPTION_PREFIX.flags, '');
        const key = FLAG_NAMES[flag];
        const others = entry.flags.filter((one) => one !== flag);
        return (
          <Field key={value}>
            <Checkbox
              checked={entry.flags.includes(flag)}
              onChange={(event) => change({ flags: event.target.checked ? [...others, flag] : others })}
            >
              <Field.Label isRegular>{key ? say(key) : name}</Field.Label>
            </Checkbox>
          </Field>
        );
      })}
    </Fieldset>
  );
}
