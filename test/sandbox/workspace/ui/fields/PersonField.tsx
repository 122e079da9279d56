import { useState } from 'react';
import { useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import { newPersonIn } from './new-person.ts';
import { SearchSelect } from './SearchSelect.tsx';
import { usePeople } from './use-people.ts';

interface PersonFieldProps {
  label: string;
  userId: number | null;
  onChange: (id: number | null) => void;
  isFirm?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** The choice that adds somebody carries what was typed, which the field has forgotten by then. */
const create = ' create:';

/** One person, found by name or address, or added by typing `Name <address>` or an address. */
export function PersonField({ label, userId, onChange, ...more }: PersonFieldProps) {
  const { rest, directory, notify } = useWorkspace();
  const words = useWords();
  const { users } = useDirectory();
  const [text, setText] = useState('');
  const people = usePeople(text, () => true);
  const typed = newPersonIn(text);
  const isKnown = people.some((user) => user.email !== null && user.email === typed?.email);
  const add = async (name: string) => {
    try {
      const user = await rest.createUser({ ...newPersonIn(name), role: 'end-user', skip_verify_email: true });
      directory.learnUsers([user]);
      onChange(user.id);
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 6000 });
    }
  };
  return (
    <SearchSelect
      label={label}
      value={userId === null ? '' : String(userId)}
      shown={userId === null ? '' : (users.get(userId)?.name ?? `#${userId}`)}
      choices={[
        ...people.map((user) => ({
          value: String(user.id),
          label: user.email === null ? user.name : `${user.name} <${user.email}>`,
        })),
        ...(typed && !isKnown
          ? [
              {
                value: `${create}${text}`,
                label: words.t('addUser', { name: text.trim() }),
                type: 'add' as const,
              },
            ]
          : []),
      ]}
      onSearch={setText}
      onChange={(value) => {
        if (value.startsWith(create)) void add(value.slice(create.length));
        else onChange(value === '' ? null : Number(value));
      }}
      {...more}
    />
  );
}
