import { IconButton } from '@zendeskgarden/react-buttons';
import { DatePicker } from '@zendeskgarden/react-datepickers';
import { Field, Input, Label, Message } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import { useWords } from '../../state/workspace.ts';
import { CloseIcon } from '../icons.tsx';
import type { FieldState } from './field-state.ts';

const Row = styled.div`
  position: relative;

  > button {
    position: absolute;
    z-index: 1;
    top: 0;
    right: 2px;
  }
`;

interface DateFieldProps extends FieldState {
  label: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string | null) => void;
}

/** A civil date, picked or typed; the cross empties it. */
export function DateField({ label, value, onChange, isRequired, isDisabled, error }: DateFieldProps) {
  const words = useWords();
  return (
    <Field>
      <Label>
        {label}
        {isRequired && '*'}
      </Label>
      <Row>
        <DatePicker
          // The picker keeps what it shows: emptied from outside, it starts anew.
          key={value === '' ? 'empty' : 'filled'}
          isCompact
          locale={words.locale}
          {...(value === '' ? {} : { value: localDate(value) })}
          onChange={(date) => onChange(isoDate(date))}
        >
          <Input
            isCompact
            disabled={isDisabled}
            placeholder="–"
            {...(error === undefined ? {} : { validation: 'error' as const })}
          />
        </DatePicker>
        {value !== '' && !isDisabled && (
          <IconButton
            size="small"
            aria-label={words.t('clearField', { name: label })}
            onClick={() => onChange(null)}
          >
            <CloseIcon width={10} height={10} />
          </IconButton>
        )}
      </Row>
      {error !== undefined && <Message validation="error">{error}</Message>}
    </Field>
  );
}

/** A civil date as the picker wants it: midnight of the browser's own day. */
function localDate(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day);
}

function isoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
