import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { PageHost } from '../../zaf/page-host.ts';
import { useBoard } from '../BoardContext.tsx';
import type { Option } from '../names/account-names.ts';

const usersSchema = z.object({ users: z.array(z.object({ id: z.number(), name: z.string() })) });

/** The first hundred agents and admins by name. @throws RestError, ZodError */
async function fetchStaff(host: PageHost): Promise<Option[]> {
  const answer = await host.request({ path: '/api/v2/users.json?role[]=agent&role[]=admin&per_page=100' });
  return usersSchema
    .parse(answer)
    .users.map(({ id, name }) => ({ value: String(id), label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Who may own an action; at least the reader. */
export function useStaff(): readonly Option[] {
  const { host, userId, userName } = useBoard();
  const [staff, setStaff] = useState<readonly Option[]>([]);
  useEffect(() => {
    fetchStaff(host).then(setStaff, () => setStaff([]));
  }, [host]);
  const me = { value: String(userId), label: userName };
  return staff.some(({ value }) => value === me.value) ? staff : [me, ...staff];
}
