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
    const sizes = new ResizeObserver(room);
    sizes.observe(element);
    // What holds it is put into its place by a style, once its size is known.
    const places = new MutationObserver(room);
    if (element.parentElement) places.observe(element.parentElement, { attributes: true });
    // It slides into its place.
    element.parentElement?.addEventListener('animationend', room);
    return () => {
      sizes.disconnect();
      places.disconnect();
      element.parentElement?.removeEventListener('animationend', room);
      document.body.style.minHeight = '';
    };
  }, [target, isOpen]);
}
