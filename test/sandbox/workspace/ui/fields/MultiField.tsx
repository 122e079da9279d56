import { useState } from 'react';
import type { TicketField } from '../../api/form-shapes.ts';
import { useWords } from '../../state/workspace.ts';
import { ChipSelect } from './ChipSelect.tsx';
import type { FieldState } from './field-state.ts';

interface MultiFieldProps extends FieldState {
  field: TicketField;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** A multi-select field: the chosen options as chips. */
export function MultiField({ field, values, onChange, ...state }: MultiFieldProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const options = field.custom_field_options;
  const nameOf = (value: string) =>
    options
      .find((it) => it.value === value)
      ?.name.split('::')
      .at(-1) ?? value;
  return (
    <ChipSelect
      label={field.title}
      chips={values.map((value) => ({
        value,
        label: nameOf(value),
        removeLabel: words.t('removeOption', { name: nameOf(value) }),
      }))}
      choices={options
        .filter((it) => !values.includes(it.value) && it.name.toLowerCase().includes(wanted))
        .map((it) => ({ value: it.value, label: it.name.replaceAll('::', ' › ') }))}
      onSearch={setText}
      onAdd={(value) => onChange([...values, value])}
      onRemove={(value) => onChange(values.filter((it) => it !== value))}
      {...state}
    />
  );
}
