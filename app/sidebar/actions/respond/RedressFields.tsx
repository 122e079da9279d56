import { Field, MediaInput, Message } from '@zendeskgarden/react-forms';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Row } from '../../../ui/layout.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { OptionSelect } from '../../views/OptionSelect.tsx';
import { currencyOf, currencySign, hasAmount, type Redress } from './redress.ts';

export interface RedressFieldsProps {
  readonly value: Redress;
  readonly onChange: (part: Partial<Redress>) => void;
  readonly error?: string | undefined;
}

/** What the customer gets, and for money how much. */
export function RedressFields({ value, onChange, error }: RedressFieldsProps) {
  const { language } = useEnvironment();
  const { fields, policy } = useSidebar();
  const options = fields.redress?.options ?? [];
  if (options.length === 0) return null;
  return (
    <Row $gap={8} style={{ alignItems: 'flex-start' }}>
      <OptionSelect
        label={language.say('response.redress')}
        options={options}
        value={value.option}
        onChange={(option) => onChange({ option })}
      />
      {hasAmount(value.option) ? (
        <Field style={{ width: 128, flex: 'none' }}>
          <Field.Label>{language.say('response.amount')}</Field.Label>
          <MediaInput
            isCompact
            inputMode="decimal"
            autoComplete="off"
            start={<span>{currencySign(currencyOf(policy), language)}</span>}
            value={value.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
            {...(error ? { validation: 'error' as const } : {})}
          />
          {error ? <Message validation="error">{error}</Message> : null}
        </Field>
      ) : null}
    </Row>
  );
}
