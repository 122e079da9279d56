import { useState } from 'react';
import type { TicketField } from '../../api/form-shapes.ts';
import type { FieldState } from './field-state.ts';
import { SearchSelect } from './SearchSelect.tsx';
import type { Choice } from './use-listbox.ts';

interface OptionFieldProps extends FieldState {
  field: TicketField;
  value: string;
  onChange: (value: string) => void;
}

const up = ' up';
const branch = ' branch:';

/** A drop-down field; `A::B::C` in an option's name makes levels, as in Zendesk. Searching goes through all of them. */
export function OptionField({ field, value, onChange, ...state }: OptionFieldProps) {
  const [path, setPath] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const options = field.custom_field_options;
  const chosen = options.find((option) => option.value === value);
  return (
    <SearchSelect
      label={field.title}
      value={value}
      shown={chosen?.name.split('::').at(-1) ?? value}
      choices={text.trim() === '' ? level(options, path) : found(options, text)}
      onSearch={(next) => setText(next)}
      onLevel={(next) => setPath(next === up ? path.slice(0, -1) : [...path, next.slice(branch.length)])}
      onChange={(next) => {
        setPath([]);
        onChange(next);
      }}
      {...state}
    />
  );
}

type Options = TicketField['custom_field_options'];

/** The options right below a path, and the branches that go deeper. */
function level(options: Options, path: readonly string[]): Choice[] {
  const prefix = path.map((step) => `${step}::`).join('');
  const below = options.filter((option) => option.name.startsWith(prefix));
  const branches = new Set<string>();
  const choices = below.flatMap((option): Choice[] => {
    const [head = '', ...deeper] = option.name.slice(prefix.length).split('::');
    if (deeper.length === 0) return [{ value: option.value, label: head }];
    if (branches.has(head)) return [];
    branches.add(head);
    return [{ value: `${branch}${head}`, label: head, type: 'next' }];
  });
  const last = path.at(-1);
  return last === undefined ? choices : [{ value: up, label: last, type: 'previous' }, ...choices];
}

function found(options: Options, text: string): Choice[] {
  const wanted = text.trim().toLowerCase();
  return options
    .filter((option) => option.name.toLowerCase().includes(wanted))
    .map((option) => ({ value: option.value, label: option.name.replaceAll('::', ' › ') }));
}
