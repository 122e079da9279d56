import { FauxInput, Field, Input, Label, Message } from '@zendeskgarden/react-forms';
import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import { OptionList } from './OptionList.tsx';
import { type Choice, useListbox } from './use-listbox.ts';

const Wrap = styled(FauxInput)`
  && {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    height: auto;
    min-height: 32px;
    padding: 4px;
  }
`;

const Entry = styled(Input)`
  && {
    flex: 1;
    width: 60px;
    min-width: 60px;
    min-height: 20px;
    padding: 0 4px;
  }
`;

interface ChipSelectProps {
  label: string;
  chips: readonly { value: string; label: string; removeLabel: string }[];
  choices: readonly Choice[];
  onSearch: (text: string) => void;
  onAdd: (value: string) => void;
  onRemove: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  error?: string | undefined;
}

/** Several choices as chips; typing searches for more, Backspace in the empty field takes the last off. */
export function ChipSelect(props: ChipSelectProps) {
  const { label, chips, choices, isRequired, isDisabled = false, error } = props;
  const listbox = useListbox({
    choices,
    onSearch: props.onSearch,
    onChoose: (choice) => props.onAdd(choice.value),
    onErase: () => {
      const last = chips.at(-1);
      if (last) props.onRemove(last.value);
    },
  });
  return (
    <Field onBlur={listbox.onBlur}>
      <Label>
        {label}
        {isRequired && '*'}
      </Label>
      <div ref={listbox.anchor} style={{ marginTop: 4 }}>
        <Wrap
          isCompact
          disabled={isDisabled}
          {...(error === undefined ? {} : { validation: 'error' as const })}
        >
          {chips.map((chip) => (
            <Tag key={chip.value} size="medium">
              <span title={chip.label}>{chip.label}</span>
              {!isDisabled && (
                <Tag.Close aria-label={chip.removeLabel} onClick={() => props.onRemove(chip.value)} />
              )}
            </Tag>
          ))}
          <Entry {...listbox.inputProps} isBare isCompact disabled={isDisabled} value={listbox.text} />
        </Wrap>
      </div>
      {listbox.isOpen && <OptionList listbox={listbox} label={label} choices={choices} selected={[]} />}
      {error !== undefined && <Message validation="error">{error}</Message>}
    </Field>
  );
}
