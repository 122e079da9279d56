import { useEffect, useRef, useState } from 'react';
import type { Activity } from '../../api/activity.ts';
import { useWorkspace } from '../../state/workspace.ts';

/** Several events in so short a time are one reason to read again. */
const GATHER_MS = 200;

/**
 * A value of the sandbox that is read again whenever something happened that may have changed it. Undefined until it is
 * there, and what it last was while the sandbox can't be reached.
 */
export function useLive<Value>(read: () => Promise<Value>, on: readonly Activity[]): Value | undefined {
  const [value, setValue] = useState<Value>();
  const { events } = useWorkspace().control;
  const reader = useRef(read);
  reader.current = read;
  const wanted = on.join();
  useEffect(() => {
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer = undefined;
      reader.current().then(
        (next) => isHere && setValue(next),
        () => undefined,
      );
    };
    const heard = (what: Activity) => {
      if (wanted.split(',').includes(what)) timer ??= setTimeout(again, GATHER_MS);
    };
    const stop = events(heard);
    again();
    return () => {
      isHere = false;
      clearTimeout(timer);
      stop();
    };
  }, [events, wanted]);
  return value;
}
