import { Checkbox, Field, Input } from '@zendeskgarden/react-forms';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Stack } from '../../ui/layout.tsx';
import { MomentFields } from '../../ui/MomentFields.tsx';
import { OptionField } from '../actions/shared/OptionField.tsx';
import type { EntryPart } from './ReceiptFields.tsx';

/** A call counts as the complaint being made, for the regulator's limit. */
export function EarlierCall({ entry, faults, change }: EntryPart) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return (
    <Stack $gap={8}>
      <Field>
        <Checkbox checked={entry.earlier} onChange={(event) => change({ earlier: event.target.checked })}>
          <Field.Label isRegular>{say('form.first')}</Field.Label>
          <Field.Hint>{say('form.firstHelp')}</Field.Hint>
        </Checkbox>
      </Field>
      {entry.earlier ? (
        <MomentFields
          legend={say('form.firstOn')}
          dateLabel={say('form.firstDate')}
          timeLabel={say('form.firstTime')}
          hint={say('form.firstRough')}
          value={entry.first}
          max={when.today(now())}
          onChange={(first) => change({ first })}
          error={faults.first && say(faults.first)}
        />
      ) : null}
    </Stack>
  );
}

function Representative({ entry, faults, change }: EntryPart) {
  const { say } = useEnvironment().language;
  const { representative, consent } = faults;
  return (
    <Stack $gap={8}>
      <Field>
        <Checkbox
          checked={entry.represented}
          onChange={(event) => change({ represented: event.target.checked })}
        >
          <Field.Label isRegular>{say('form.represented')}</Field.Label>
        </Checkbox>
      </Field>
      {entry.represented ? (
        <>
          <Field>
            <Field.Label>{say('form.representative')}</Field.Label>
            <Input
              isCompact
              maxLength={120}
              autoComplete="off"
              value={entry.representative}
              onChange={(event) => change({ representative: event.target.value })}
              {...(representative ? { validation: 'error' as const } : {})}
            />
            {representative ? <Field.Message validation="error">{say(representative)}</Field.Message> : null}
          </Field>
          <Field>
            <Checkbox checked={entry.consent} onChange={(event) => change({ consent: event.target.checked })}>
              <Field.Label isRegular>{say('form.consent')}</Field.Label>
              {consent ? <Field.Message validation="error">{say(consent)}</Field.Message> : null}
            </Checkbox>
          </Field>
        </>
      ) : null}
    </Stack>
  );
}

/** The languages that the letters are written in. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const;

/** The customer's language, apart from the agent's and from that of their profile. */
function LanguageField({ entry, change }: Pick<EntryPart, 'entry' | 'change'>) {
  const { tag, say } = useEnvironment().language;
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  return (
    <OptionField
      label={say('form.language')}
      options={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
      value={LANGUAGES.find((code) => code === entry.language)}
      onChange={(language) => change({ language: language ?? '' })}
      none={say('form.languageProfile')}
    />
  );
}

/** An earlier call, somebody who speaks for the customer, the language to write in. */
export function CustomerFields(part: EntryPart) {
  return (
    <Stack $gap={12}>
      <EarlierCall {...part} />
      <Representative {...part} />
      <LanguageField {...part} />
    </Stack>
  );
}
