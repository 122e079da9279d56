import { type RefObject, useEffect } from 'react';

/** Between what opens and the frame's edge, in pixels: its shadow. */
const EDGE = 12;

/**
 * The sidebar's frame is as high as its content, and what opens over the content would be cut off at its edge: while
 * it is open, the page is kept high enough.
 */
export function useRoomBelow(target: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const element = target.current;
    if (!isOpen || !element) return undefined;
    const room = (): void => {
      const bottom = element.getBoundingClientRect().bottom + window.scrollY;
      document.body.style.minHeight = `${Math.ceil(bottom + EDGE)}px`;
    };
    const observer = new ResizeObserver(room);
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.body.style.minHeight = '';
    };
  }, [target, isOpen]);
}
