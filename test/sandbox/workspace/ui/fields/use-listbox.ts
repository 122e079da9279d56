import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

/** A line of a list that is chosen from. */
export interface Choice {
  value: string;
  label: string;
  /** Further words to find it by, such as an address. */
  search?: string;
  /** Opens a level below, goes back to the one above, or adds something new. */
  type?: 'next' | 'previous' | 'add';
  /** A heading above it, where it begins a group. */
  legend?: string;
}

interface ListboxParts {
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
  onSearch: (text: string) => void;
  /** Enter without a choice at hand; the typed text is handed over. */
  onEnter?: ((text: string) => void) | undefined;
  /** Backspace in an empty field. */
  onErase?: (() => void) | undefined;
}

/** The behaviour of a field with a list below it: typing searches, arrow keys move, Enter chooses, Escape closes. */
export function useListbox({ choices, onChoose, onSearch, onEnter, onErase }: ListboxParts) {
  const id = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const search = (next: string) => {
    setText(next);
    onSearch(next);
    setActive(-1);
  };
  const close = () => {
    setOpen(false);
    search('');
  };
  const choose = (choice: Choice) => {
    onChoose(choice);
    if (choice.type === 'next' || choice.type === 'previous') search('');
    else close();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      setOpen(true);
      setActive(Math.min(active + 1, choices.length - 1));
    },
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Escape: close,
    Enter: () => {
      const choice = choices[active] ?? (text === '' || onEnter ? undefined : choices[0]);
      if (isOpen && choice) choose(choice);
      else if (text !== '') {
        onEnter?.(text);
        close();
      }
    },
  };
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}.${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '') onErase?.();
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.altKey || (event.key === 'Escape' && !isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return {
    anchor,
    id,
    isOpen,
    text,
    active,
    choose,
    close,
    /** For the element around field and list: leaving both closes the list. */
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) close();
    },
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}.list` : undefined,
      'aria-activedescendant': active >= 0 && isOpen ? `${id}.${active}` : undefined,
      autoComplete: 'off',
      onClick: () => setOpen(true),
      // What is typed replaces what is shown.
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
      onKeyDown,
      onChange: (event: { target: { value: string } }) => {
        setOpen(true);
        search(event.target.value);
      },
    },
  };
}

export type Listbox = ReturnType<typeof useListbox>;
