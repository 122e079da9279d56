import { EVENT_KINDS, type EventKind } from '../../domain/events.ts';
import { UsageError } from '../command/usage-error.ts';
import { orKnown } from '../policies/nearest.ts';
import { readTime } from './read-time.ts';

const FIELDS = ['regime', 'duty', 'within', 'reason', 'outcome'] as const;
type Field = (typeof FIELDS)[number];

/** An event as it was typed: `extended=2026-04-08T10:00Z,duty=update,within=2 working days,reason=engineer needed`. */
export interface TypedEvent {
  readonly kind: EventKind | 'first_made';
  /** What was typed before any further fields, by which messages name the event. */
  readonly label: string;
  readonly at: number;
  readonly dateOnly: boolean;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

/** A noted fact moves no date, so there is nothing to compute of it. */
const KINDS: readonly TypedEvent['kind'][] = [
  ...EVENT_KINDS.filter((kind) => kind !== 'noted'),
  'first_made',
];

/** Which fields an event may have. */
const OF_KIND: Readonly<Partial<Record<TypedEvent['kind'], readonly Field[]>>> = {
  extended: ['regime', 'duty', 'within', 'reason'],
  responded: ['outcome'],
  appeal_responded: ['outcome'],
  decided: ['outcome'],
};

function readKind(text: string, whole: string): TypedEvent['kind'] {
  const kind = KINDS.find((known) => known === text);
  if (kind) return kind;
  throw new UsageError(`--event ${whole}: "${text}" is no event: ${orKnown(text, KINDS)}`);
}

function readFields(kind: TypedEvent['kind'], pairs: readonly string[], label: string): TypedEvent['fields'] {
  const known = OF_KIND[kind] ?? [];
  const fields: Partial<Record<Field, string>> = {};
  for (const pair of pairs) {
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const field = known.find((one) => one === name);
    if (!field)
      throw new UsageError(
        `${label}: "${name}" is no field of it: ${known.length > 0 ? orKnown(name, known) : 'take it out'}`,
      );
    if (field in fields) throw new UsageError(`${label}: "${field}" is there twice: say it once`);
    fields[field] = value.trim();
  }
  return fields;
}

/** Reads one `--event`; times without an offset in the zone. @throws UsageError */
export function readEvent(text: string, zone: string): TypedEvent {
  const [head = '', ...pairs] = text.split(/,(?=\s*[a-z_]+=)/).map((part) => part.trim());
  const sign = head.indexOf('=');
  if (sign < 0)
    throw new UsageError(
      `--event ${text}: say when, e.g. --event ${text.trim() || 'received'}=2026-04-01T15:00+01:00`,
    );
  const kind = readKind(head.slice(0, sign).trim(), text);
  const label = `--event ${head}`;
  return {
    kind,
    label,
    ...readTime(head.slice(sign + 1), zone, label),
    fields: readFields(kind, pairs, label),
  };
}
