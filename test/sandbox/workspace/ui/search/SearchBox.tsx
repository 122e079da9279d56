import { Field, Label, MediaInput } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useStore } from '../../state/store.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { OptionList } from '../fields/OptionList.tsx';
import { type Choice, useListbox } from '../fields/use-listbox.ts';
import { SearchIcon } from '../icons.tsx';

/** Finds tickets by words, opens one by its number, and offers those opened lately. */
export function SearchBox() {
  const { navigation } = useWorkspace();
  const words = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const choices = useChoices(wanted);
  const listbox = useListbox({
    choices,
    onSearch: setText,
    onChoose: ({ value }) => {
      if (value === search) navigation.go({ page: 'search', query: wanted });
      else navigation.go({ page: 'ticket', ticket: Number(value) });
    },
    onEnter: (typed) => {
      const number = numberIn(typed.trim());
      navigation.go(
        number === undefined ? { page: 'search', query: typed.trim() } : { page: 'ticket', ticket: number },
      );
    },
  });
  return (
    <Field style={{ width: 240, flex: 'none' }} onBlur={listbox.onBlur}>
      <Label hidden>{words.t('search')}</Label>
      <div ref={listbox.anchor}>
        <MediaInput
          {...listbox.inputProps}
          data-shortcut="search"
          isCompact
          start={<SearchIcon />}
          value={listbox.text}
          placeholder={words.t('search')}
        />
      </div>
      {listbox.isOpen && (
        <OptionList listbox={listbox} label={words.t('search')} choices={choices} selected={[]} />
      )}
    </Field>
  );
}

const search = ' search';

function numberIn(text: string): number | undefined {
  const [, number] = /^#?(\d+)$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** While nothing is typed the tickets opened lately, else what can be done with what is. */
function useChoices(wanted: string): readonly Choice[] {
  const { recent } = useWorkspace();
  const words = useWords();
  const lately = useStore(recent.store);
  if (wanted === '') {
    return lately.map(({ id, subject }, index) => ({
      value: String(id),
      label: `#${id} ${subject}`,
      ...(index === 0 ? { legend: words.t('recentTickets') } : {}),
    }));
  }
  const number = numberIn(wanted);
  return [
    ...(number === undefined
      ? []
      : [{ value: String(number), label: words.t('openTicket', { id: number }) }]),
    { value: search, label: words.t('searchFor', { query: wanted }) },
  ];
}
