import { type FocusEvent, useEffect, useRef, useState } from 'react';

/** What an element needs so that it is known to be in the agent's hand. */
export interface Grip {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onPointerDown: () => void;
}

/**
 * The value as it was when the agent took hold of what shows it, until they let go: what comes late must not take a
 * button away between a press and its click, nor the focus.
 */
export function useHeld<T>(value: T): { readonly shown: T; readonly grip: Grip } {
  const [focused, setFocused] = useState(false);
  const [pressed, setPressed] = useState(false);
  const shown = useRef(value);
  useEffect(() => {
    if (!pressed) return undefined;
    // The click comes after the release, and must still find its button.
    const release = (): void => void setTimeout(() => setPressed(false));
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
    return () => {
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
    };
  }, [pressed]);
  if (!focused && !pressed) shown.current = value;
  return {
    shown: shown.current,
    grip: {
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
      onPointerDown: () => setPressed(true),
    },
  };
}
