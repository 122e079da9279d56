import { useEffect, useState } from 'react';
import type { User } from '../../api/shapes.ts';
import { useDirectory, useWorkspace } from '../../state/workspace.ts';

/** People whose name or address matches, from the account; while nothing is typed those already known. */
export function usePeople(text: string, isFit: (user: User) => boolean): readonly User[] {
  const { rest, directory } = useWorkspace();
  const { users } = useDirectory();
  const [found, setFound] = useState<readonly User[]>([]);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let isStale = false;
    rest.findUsers(wanted).then(
      (people) => {
        directory.learnUsers(people);
        if (!isStale) setFound(people);
      },
      () => {
        if (!isStale) setFound([]);
      },
    );
    return () => {
      isStale = true;
    };
  }, [rest, directory, wanted]);
  const known = wanted === '' ? [...users.values()].toSorted((a, b) => a.name.localeCompare(b.name)) : found;
  return known.filter((user) => isFit(user) && !user.suspended).slice(0, 50);
}
