import { type RefObject, useEffect } from 'react';

/**
 * Where the control that had the focus is gone after a change, the heading of what took its place gets it, so that a
 * keyboard goes on from there. A focus elsewhere, the reply box included, is left alone.
 */
export function useArrival(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = container.current;
    if (!main) return undefined;
    let focused: EventTarget | null = null;
    const remember = ({ target }: FocusEvent): void => {
      focused = target;
    };
    const observer = new MutationObserver(() => {
      const gone = focused instanceof Element && !focused.isConnected;
      if (!gone || !document.hasFocus() || document.activeElement !== document.body) return;
      main.querySelector<HTMLElement>('h2[tabindex="-1"], button')?.focus();
    });
    main.addEventListener('focusin', remember);
    observer.observe(main, { childList: true, subtree: true });
    return () => {
      main.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [container]);
}
