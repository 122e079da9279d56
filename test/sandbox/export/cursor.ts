/** A place in an export: the whole second in which a record last changed, and its id. */
export interface Place {
  /** Epoch seconds. */
  at: number;
  id: number;
}

/** The cursor of a place. Zendesk's own are base64 of `1576613539.0||467|`; clients must not look inside. */
export function encodePlace({ at, id }: Place): string {
  return Buffer.from(`${at}.0||${id}|`).toString('base64');
}

/** The place of a cursor, or nothing if it is none. */
export function decodePlace(cursor: string): Place | undefined {
  const match = /^(\d+)(?:\.\d+)?\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString());
  return match ? { at: Number(match[1]), id: Number(match[2]) } : undefined;
}

/** The order of an export: by time of change, then by id. */
export function comparePlaces(a: Place, b: Place): number {
  return a.at - b.at || a.id - b.id;
}
