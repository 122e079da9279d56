export type Shortcut =
  | { kind: 'new' | 'views' | 'search' | 'close' | 'macro' }
  | { kind: 'compose'; type: 'publicReply' | 'internalNote' }
  /** Submits as the status, or as the ticket stands. */
  | { kind: 'submit'; status: string | undefined };

/** Zendesk's keys, all with Ctrl and Alt. By the key's place, as Alt changes the letter on many keyboards. */
const keys: Readonly<Record<string, Shortcut>> = {
  KeyN: { kind: 'new' },
  KeyV: { kind: 'views' },
  KeyF: { kind: 'search' },
  KeyW: { kind: 'close' },
  KeyM: { kind: 'macro' },
  KeyC: { kind: 'compose', type: 'publicReply' },
  KeyX: { kind: 'compose', type: 'internalNote' },
  KeyU: { kind: 'submit', status: undefined },
  KeyO: { kind: 'submit', status: 'open' },
  KeyP: { kind: 'submit', status: 'pending' },
  KeyS: { kind: 'submit', status: 'solved' },
};

/** The shortcut of a key press. AltGr, which writes letters on European keyboards, is none. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (!event.ctrlKey || !event.altKey || event.getModifierState('AltGraph')) return undefined;
  return keys[event.code];
}
