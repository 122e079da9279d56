import { useEffect, useState } from 'react';
import type { Composed } from '../../zaf/host.ts';
import { useSidebar } from '../SidebarContext.tsx';

/** Typing is waited out for so long, in milliseconds: advice that flickers with each letter disturbs. */
const PAUSE = 700;

/** What the reply box holds, as of the last pause in typing; undefined until it was read. */
export function useComposer(): Composed | undefined {
  const { host } = useSidebar();
  const [composed, setComposed] = useState<Composed>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let alive = true;
    // The advice is a help: a reply box that can't be read has none.
    const read = (): void =>
      void host.draft.read().then(
        (now) => alive && setComposed(now),
        () => undefined,
      );
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE);
    };
    const stops = [host.on('composer', later), host.on('composerKind', later)];
    read();
    return () => {
      alive = false;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [host]);
  return composed;
}
