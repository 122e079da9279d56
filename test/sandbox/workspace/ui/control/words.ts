import { type ControlKey, controlStrings } from '../../i18n/control-strings.ts';
import { faultStrings } from '../../i18n/fault-strings.ts';
import { useDirectory } from '../../state/workspace.ts';

/** The sandbox page's words in the signed-in person's language. */
export interface ControlWords {
  t(key: ControlKey, fill?: Record<string, string | number>): string;
  /** A word for a value, such as `state` and `failed`; the value itself where there is none. */
  value(kind: 'state' | 'mode', value: string): string;
  /** Title and explanation of a named fault; of another one, its own name and nothing. */
  fault(name: string): { title: string; hint: string };
}

export function useControlWords(): ControlWords {
  const german = useDirectory().me.locale.toLowerCase().startsWith('de');
  const column = german ? 1 : 0;
  const known = new Map<string, readonly [string, string]>(Object.entries(controlStrings));
  return {
    t: (key, fill = {}) =>
      controlStrings[key][column].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole)),
    value: (kind, value) => known.get(`${kind}_${value}`)?.[column] ?? value,
    fault(name) {
      const [title, hint, titel, hinweis] = faultStrings[name] ?? [name, '', name, ''];
      return german ? { title: titel, hint: hinweis } : { title, hint };
    },
  };
}
