import { type Named, propertiesOf, refOf, Schema, schemasIn } from './oas-check.ts';

/** Which of the properties that the description names were ever seen in a reply. */
export interface Coverage {
  note(schema: Schema, value: unknown): void;
  /** `TicketObject.due_at`, for each that no reply has held. */
  missing(): string[];
  /** How many the description names for the schemas that were met. */
  named(): number;
}

/** Counts by named schema, so that a property seen in one route's reply is seen. Properties that are only written don't count. */
export function createCoverage(named: Named): Coverage {
  const known = new Map<string, { all: Set<string>; seen: Set<string> }>();

  function note(schema: Schema, value: unknown): void {
    const name = refOf(schema);
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const items = schemasIn([name === undefined ? schema.items : named(name).items]);
      for (const item of value) for (const part of items) note(part, item);
      return;
    }
    const object = Schema.safeParse(value);
    if (!object.success) return;
    for (const part of flat(schema)) {
      const properties = Object.entries(propertiesOf(part)).filter(([, { writeOnly }]) => writeOnly !== true);
      for (const [key, inner] of properties) {
        if (name !== undefined) mark(name, key, key in object.data);
        note(inner, object.data[key]);
      }
    }
  }

  function mark(owner: string, key: string, isSeen: boolean): void {
    const entry = known.get(owner) ?? { all: new Set(), seen: new Set() };
    known.set(owner, entry);
    entry.all.add(key);
    if (isSeen) entry.seen.add(key);
  }

  /** A schema and what it is put together from; alternatives are left out, since a value is one of them. */
  function flat(schema: Schema): Schema[] {
    const ref = refOf(schema);
    if (ref !== undefined) return flat(named(ref));
    return [schema, ...schemasIn(schema.allOf).flatMap(flat)];
  }

  return {
    note,
    missing: () =>
      [...known].flatMap(([owner, { all, seen }]) =>
        [...all].filter((key) => !seen.has(key)).map((key) => `${owner}.${key}`),
      ),
    named: () => [...known.values()].reduce((sum, { all }) => sum + all.size, 0),
  };
}
