import { useEffect, useState } from 'react';
import { z } from 'zod/mini';
import { useSidebar } from '../../SidebarContext.tsx';

const userSchema = z.object({
  user: z.object({ id: z.number(), name: z.string(), role: z.nullish(z.string()) }),
});

/** The name of somebody who works here; undefined until known, and for customers, whose replies fulfil nothing. */
export function useAgentName(id: number | undefined): string | undefined {
  const { host, me } = useSidebar();
  const [found, setFound] = useState<{ readonly id: number; readonly name: string }>();
  useEffect(() => {
    if (id === undefined || id === me?.id || id <= 0) return undefined;
    let alive = true;
    host.request({ path: `/api/v2/users/${id}.json` }).then(
      (answer) => {
        const parsed = userSchema.safeParse(answer);
        const user = parsed.success && parsed.data.user.role !== 'end-user' ? parsed.data.user : undefined;
        if (alive) setFound(user);
      },
      () => alive && setFound(undefined),
    );
    return () => {
      alive = false;
    };
  }, [host, id, me?.id]);
  if (id !== undefined && id === me?.id) return me.name;
  return found && found.id === id ? found.name : undefined;
}
