import { FIELDS } from '../definition/fields.ts';
import { type kindOf, mark, type ObjectRef } from '../refs.ts';
import type { TicketField } from './schemas.ts';

/**
 * The ids of our objects are remembered on the field for the clock record, in the description that only agents see:
 * `[complaint-clock:ids field:stage=12 form:customer=13 ...]`. So each is found again when somebody rewrites its
 * description, and with it the mark; and a form, which has no description to carry one. The field is on no form, so
 * nobody reads it there. Dynamic content needs none of this: its placeholder never changes.
 */
const PATTERN = /\s*\[complaint-clock:ids([^\]]*)\]/u;

export type RememberedIds = ReadonlyMap<string, number | string>;

/** What an object is known as by its remembered id. */
export interface Known {
  readonly knownAs?: string;
}

/** Webhooks have ids of letters and digits. */
const idIn = (text: string): number | string => (/^\d+$/u.test(text) ? Number(text) : text);

/** The ids in a description, of objects that may be gone. */
export function idsIn(description: string): RememberedIds {
  const pairs = (PATTERN.exec(description)?.[1] ?? '').trim().split(/\s+/u);
  return new Map(
    pairs.flatMap((pair) => {
      const [ref, id] = pair.split('=');
      return ref && id ? [[ref, idIn(id)] as const] : [];
    }),
  );
}

/** The ids that the account remembers. */
export function rememberedIds(fields: readonly TicketField[]): RememberedIds {
  const oldest = fields
    .filter(({ agent_description }) => PATTERN.test(agent_description))
    .reduce<TicketField | undefined>((a, b) => (a && a.id < b.id ? a : b), undefined);
  return idsIn(oldest?.agent_description ?? '');
}

/** A description with these ids in place of those it had. */
export function withIds(description: string, ids: RememberedIds): string {
  const pairs = [...ids].map(([ref, id]) => `${ref}=${id}`);
  return `${description.replace(PATTERN, '')} [complaint-clock:ids ${pairs.join(' ')}]`.trim();
}

interface Identified {
  readonly id: number | string;
  /** Of a field. */
  readonly type?: string;
  readonly description?: string;
  readonly agent_description?: string;
}

/** A field of another type can't be ours, nor what carries the mark of something else. */
function canBe({ type, description = '', agent_description = '' }: Identified, ref: string): boolean {
  const field = FIELDS.find(({ key }) => ref === `field:${key}`);
  if (field && field.type !== type) return false;
  const marks =
    `${description} ${agent_description}`.match(/\[complaint-clock:[a-z]+(?::[a-z_]+)?\]/gu) ?? [];
  return marks.every((one) => one === `[complaint-clock:${ref}]`);
}

/** The objects, with what each is known as where its id is remembered. */
export function withKnown<T extends Identified>(
  kind: ReturnType<typeof kindOf>,
  objects: readonly T[],
  ids: RememberedIds,
): (T & Known)[] {
  const refs = new Map([...ids].map(([ref, id]) => [id, ref]));
  return objects.map((object) => {
    const ref = refs.get(object.id);
    const isOurs = ref?.split(':')[0] === kind && canBe(object, ref);
    return isOurs ? { ...object, knownAs: ref } : object;
  });
}

/** A person's own description stays, with the mark put back where it was taken away. */
export const marked = (description: string, ref: ObjectRef): string =>
  description.includes(mark(ref)) ? description : `${description} ${mark(ref)}`.trim();
