import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width that an element has, in pixels, so that letters in a picture keep their size. */
export function useWidth(initial: number): readonly [RefObject<HTMLDivElement>, number] {
  const target = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const read = (): void => setWidth(Math.max(120, Math.floor(element.clientWidth)));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [target, width];
}
