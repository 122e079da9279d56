import { createStore, type Store } from './store.ts';

export type ColorScheme = 'light' | 'dark';

export interface ColorSchemeSwitch {
  scheme: Store<ColorScheme>;
  toggle(): void;
}

const storageKey = 'workspace-color-scheme';

/** Follows the system until the person chooses; the choice is kept in this browser. */
export function createColorScheme(window: Window): ColorSchemeSwitch {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => window.localStorage.getItem(storageKey);
  const current = (): ColorScheme =>
    (chosen() ?? (system.matches ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light';
  const scheme = createStore(current());
  system.addEventListener('change', () => scheme.set(current()));
  return {
    scheme,
    toggle() {
      window.localStorage.setItem(storageKey, scheme.get() === 'dark' ? 'light' : 'dark');
      scheme.set(current());
    },
  };
}
