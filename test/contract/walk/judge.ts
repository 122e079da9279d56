import type { z } from 'zod';
import { type Description, oasIsHere, readDescription } from '../support/oas.ts';
import type { Schema } from '../support/oas-check.ts';
import { faultsOfEvents } from './audit-events.ts';
import { readEnvelope } from './envelope.ts';
import { KNOWN_EXTRAS } from './known-extras.ts';
import { KNOWN_FAULTS } from './known-faults.ts';

/** What a reply was held against. `none`: the description is not in this checkout. */
export type Verdict = 'description' | 'written shape' | 'no body' | 'none';

interface Seen {
  status: number;
  json: unknown;
  text: string;
}

interface Expected {
  status?: number | undefined;
  shape?: z.ZodType | undefined;
  query?: Record<string, string | number | boolean> | undefined;
}

const description: Description | undefined = oasIsHere ? readDescription() : undefined;

/** Which of the description's properties the replies judged so far have held. */
export const coverage = description?.coverage();

/** Holds a successful reply against the description, or against the step's own shape where there is none. */
export function judge(route: string, seen: Seen, expected: Expected): { verdict: Verdict; faults: string[] } {
  const { shape } = expected;
  if (shape)
    return { verdict: 'written shape', faults: [...byStatus(seen, expected), ...byShape(shape, seen)] };
  if (seen.status === 204) {
    const faults = seen.text === '' ? [] : ['a 204 has no body'];
    return { verdict: 'no body', faults: [...faults, ...byDescribedStatus(route, seen, expected)] };
  }
  if (!description) return { verdict: 'none', faults: byStatus(seen, expected) };
  const schema = description.reply(route)?.schema(seen.status);
  const status = byDescribedStatus(route, seen, expected);
  // "Empty response", as the description puts it.
  if (schema?.type === 'string') {
    return {
      verdict: 'no body',
      faults: [...status, ...(seen.text === '' ? [] : ['a body where none is described'])],
    };
  }
  if (!schema) {
    const faults = [...status, 'the description has no such reply: the step needs a `shape`'];
    return { verdict: 'none', faults };
  }
  coverage?.note(schema, seen.json);
  const types = description
    .check(schema, seen.json, route.replace(/^\w+ /, ''))
    .filter((fault) => !KNOWN_FAULTS.some(({ fault: known }) => known.test(fault)));
  return {
    verdict: 'description',
    faults: [
      ...status,
      ...types,
      ...faultsOfEvents(seen.json),
      ...byExtras(description, schema, { seen, expected }),
    ],
  };
}

/** What the reply holds beyond its schema: paging and sideloads are checked, known extras pass, the rest is a fault. */
function byExtras(of: Description, schema: Schema, { seen, expected }: { seen: Seen; expected: Expected }) {
  const extras = of.unknown(schema, seen.json);
  const top = extras.map(({ path }) => path.slice(1)).filter((path) => !path.includes('.'));
  const envelope = readEnvelope(seen.json, { query: expected.query ?? {}, extras: top }, (name, value) =>
    of.check({ $ref: `#/components/schemas/${name}` }, value, name),
  );
  const unknown = extras
    .filter(({ name }) => !KNOWN_EXTRAS.some(({ name: known }) => known.test(name)))
    .filter(({ path }) => !envelope.names.includes(path.slice(1)))
    .map(({ name }) => `${name} is not in the description`);
  return [...envelope.faults, ...new Set(unknown)];
}

function byDescribedStatus(route: string, seen: Seen, expected: Expected): string[] {
  const statuses = description?.reply(route)?.statuses;
  if (expected.status !== undefined || !statuses) return byStatus(seen, expected);
  return statuses.includes(seen.status) ? [] : [`the description has ${statuses.join(', ')}`];
}

/** A 204 without a described status is accepted as what a DELETE answers. */
function byStatus(seen: Seen, expected: Expected): string[] {
  const status = expected.status ?? (seen.status === 204 ? 204 : 200);
  return seen.status === status ? [] : [`expected ${status}`];
}

function byShape(shape: z.ZodType, seen: Seen): string[] {
  const result = shape.safeParse(seen.json);
  if (result.success) return [];
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
