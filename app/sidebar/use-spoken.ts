import { useEffect, useRef } from 'react';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { useSidebar } from './SidebarContext.tsx';

/**
 * Has `text` read out once whenever `key` changes: on changes of state, never for a countdown. What stands when the
 * sidebar opens is not read out; what takes its place later is.
 */
export function useSpoken(key: string, text: string): void {
  const announce = useAnnounce();
  const { arrived } = useSidebar();
  const said = useRef(arrived ? undefined : key);
  useEffect(() => {
    if (said.current !== key) announce(text);
    said.current = key;
  }, [announce, key, text]);
}

/**
 * As {@link useSpoken}, for what stands beside a view: only changes are read out; an empty text is not.
 * @param quiet the key of the state in which there is nothing to say, as at the beginning
 */
export function useSpokenChange(key: string, text: string, quiet: string): void {
  const announce = useAnnounce();
  const said = useRef(quiet);
  useEffect(() => {
    if (said.current !== key && text !== '') announce(text);
    said.current = key;
  }, [announce, key, text]);
}
