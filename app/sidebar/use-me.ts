import { useEffect, useState } from 'react';
import type { Host, Me } from '../zaf/host.ts';

/** The agent; undefined until known. What depends on it is a help, left out where it can't be read. */
export function useMe(host: Host): Me | undefined {
  const [me, setMe] = useState<Me>();
  useEffect(() => {
    let alive = true;
    host.me().then(
      (found) => alive && setMe(found),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return me;
}
