/** Hands out ids. Tickets count from one; everything else has Zendesk's long ids, beyond 32 bits. */
export interface IdSource {
  /** The next id of anything but a ticket. */
  next(): number;
  nextTicket(): number;
  /** Keeps an id that a seed chose from being handed out again. */
  reserve(kind: 'ticket' | 'other', id: number): void;
  /** A ULID-like id, as webhooks and invocations have. */
  ulid(): string;
}

const FIRST_LONG_ID = 360_000_000_000;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createIds(now: () => number): IdSource {
  let ticket = 0;
  let other = FIRST_LONG_ID;
  let ulids = 0;
  return {
    next: () => ++other,
    nextTicket: () => ++ticket,
    reserve(kind, id) {
      if (kind === 'ticket') ticket = Math.max(ticket, id);
      else other = Math.max(other, id);
    },
    ulid: () => base32(now(), 10) + base32(++ulids, 16),
  };
}

function base32(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = (CROCKFORD[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
