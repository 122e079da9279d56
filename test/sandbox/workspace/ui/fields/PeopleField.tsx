import { useState } from 'react';
import type { User } from '../../api/shapes.ts';
import { useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import { ChipSelect } from './ChipSelect.tsx';
import { newPersonIn } from './new-person.ts';
import { usePeople } from './use-people.ts';

interface PeopleFieldProps {
  label: string;
  userIds: readonly number[];
  onChange: (ids: readonly number[]) => void;
  isFit: (user: User) => boolean;
  /** Whether an address that nobody has may be typed. */
  mayAdd?: boolean;
  isDisabled?: boolean;
}

/** The choice that adds somebody carries what was typed, which the field has forgotten by then. */
const create = ' create:';

/** Several people as chips: CCs or followers. */
export function PeopleField({
  label,
  userIds,
  onChange,
  isFit,
  mayAdd = false,
  isDisabled,
}: PeopleFieldProps) {
  const { rest, directory, notify } = useWorkspace();
  const words = useWords();
  const { users } = useDirectory();
  const [text, setText] = useState('');
  const people = usePeople(text, isFit).filter((user) => !userIds.includes(user.id));
  const typed = mayAdd ? newPersonIn(text) : undefined;
  const canAdd = typed?.email !== undefined && !people.some((user) => user.email === typed.email);
  const add = async (name: string) => {
    try {
      const user = await rest.createUser({ ...newPersonIn(name), role: 'end-user', skip_verify_email: true });
      directory.learnUsers([user]);
      onChange([...userIds, user.id]);
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 6000 });
    }
  };
  return (
    <ChipSelect
      label={label}
      isDisabled={isDisabled ?? false}
      chips={userIds.map((id) => {
        const name = users.get(id)?.name ?? `#${id}`;
        return { value: String(id), label: name, removeLabel: words.t('removePerson', { name }) };
      })}
      choices={[
        ...people.map((user) => ({
          value: String(user.id),
          label: user.email === null ? user.name : `${user.name} <${user.email}>`,
        })),
        ...(canAdd
          ? [
              {
                value: `${create}${text}`,
                type: 'add' as const,
                label: words.t('addUser', { name: text.trim() }),
              },
            ]
          : []),
      ]}
      onSearch={setText}
      onAdd={(value) => {
        if (value.startsWith(create)) void add(value.slice(create.length));
        else onChange([...userIds, Number(value)]);
      }}
      onRemove={(value) => onChange(userIds.filter((id) => String(id) !== value))}
    />
  );
}
