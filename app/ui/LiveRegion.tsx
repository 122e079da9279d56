import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { ForScreenReaders } from './layout.tsx';

type Announce = (text: string) => void;

const LiveContext = createContext<Announce | undefined>(undefined);

/** Speaks what is announced, and nothing else: countdowns never reach it. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState('');
  const announce = useCallback<Announce>((text) => setSaid(text), []);
  const region = useMemo(
    () => (
      <ForScreenReaders as="div" role="status" aria-live="polite">
        {said}
      </ForScreenReaders>
    ),
    [said],
  );
  return (
    <LiveContext.Provider value={announce}>
      {children}
      {region}
    </LiveContext.Provider>
  );
}

/** @throws Error outside a {@link LiveRegion} */
export function useAnnounce(): Announce {
  const announce = useContext(LiveContext);
  if (!announce) throw new Error('wrap this component in a LiveRegion');
  return announce;
}
