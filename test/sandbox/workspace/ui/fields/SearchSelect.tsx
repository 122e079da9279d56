import { Field, Label, MediaInput, Message } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { ChevronIcon } from '../icons.tsx';
import { OptionList } from './OptionList.tsx';
import { type Choice, useListbox } from './use-listbox.ts';

interface SearchSelectProps {
  label: string;
  /** The chosen value; empty for none. */
  value: string;
  /** What is shown of it while the field isn't being searched. */
  shown: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** Told of what is typed, where the choices come from elsewhere. Filters the given choices if absent. */
  onSearch?: (text: string) => void;
  /** A choice that opens another level. */
  onLevel?: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  error?: string | undefined;
  /** No way to empty the field. */
  isFirm?: boolean;
}

/** A drop-down that is searched by typing; arrow keys and Enter choose. */
export function SearchSelect(props: SearchSelectProps) {
  const { label, value, shown, isRequired, isDisabled = false, error } = props;
  const [text, setText] = useState('');
  const found = props.onSearch === undefined ? matching(props.choices, text) : props.choices;
  const mayEmpty = value !== '' && props.isFirm !== true && text === '';
  const choices = mayEmpty ? [{ value: '', label: '–' }, ...found] : found;
  const listbox = useListbox({
    choices,
    onSearch: (next) => {
      setText(next);
      props.onSearch?.(next);
    },
    onChoose: (choice) => {
      if (choice.type === 'next' || choice.type === 'previous') props.onLevel?.(choice.value);
      else props.onChange(choice.value);
    },
  });
  return (
    <Field onBlur={listbox.onBlur}>
      <Label>
        {label}
        {isRequired && '*'}
      </Label>
      <div ref={listbox.anchor} style={{ marginTop: 4 }}>
        <MediaInput
          {...listbox.inputProps}
          isCompact
          disabled={isDisabled}
          value={listbox.isOpen ? listbox.text : shown}
          placeholder={shown === '' ? '–' : shown}
          end={<ChevronIcon />}
          {...(error === undefined ? {} : { validation: 'error' as const })}
        />
      </div>
      {listbox.isOpen && <OptionList listbox={listbox} label={label} choices={choices} selected={[value]} />}
      {error !== undefined && <Message validation="error">{error}</Message>}
    </Field>
  );
}

function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return choices;
  return choices.filter((it) => `${it.label} ${it.search ?? ''}`.toLowerCase().includes(wanted));
}
