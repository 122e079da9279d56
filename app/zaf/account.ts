import { z } from 'zod/mini';
import { FIELD_KEYS, type FieldKey, MACRO_KEYS, type MacroKey } from '../../domain/terms.ts';
import type { Host } from './host.ts';

type Asks = Pick<Host, 'request'>;

/** Cursor pages are followed this far: an account may hold 400 ticket fields and 5,000 macros. */
const PAGES = 60;

export interface FieldOption {
  readonly name: string;
  readonly value: string;
}

export interface AccountField {
  readonly id: number;
  readonly options: readonly FieldOption[];
}

export type AccountFields = Readonly<Partial<Record<FieldKey, AccountField>>>;

const pageSchema = z.object({
  meta: z.nullish(z.object({ has_more: z.nullish(z.boolean()), after_cursor: z.nullish(z.string()) })),
});

const described = { id: z.number(), description: z.nullish(z.string()), active: z.nullish(z.boolean()) };

const fieldSchema = z.object({
  ...described,
  // The description of a field on the customers' form is theirs to read; there the mark stands in the agents' one.
  agent_description: z.nullish(z.string()),
  custom_field_options: z.nullish(z.array(z.object({ name: z.string(), value: z.string() }))),
});

const macroSchema = z.object(described);

/** Every object of the list, page by page. @throws RestError, ZodError */
async function all<Item>(host: Asks, list: string, item: z.ZodMiniType<Item>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const after = cursor === undefined ? '' : `&page[after]=${encodeURIComponent(cursor)}`;
    const answer = await host.request({ path: `/api/v2/${list}.json?page[size]=100${after}` });
    const { meta } = pageSchema.parse(answer);
    items.push(...z.array(item).parse(z.record(z.string(), z.unknown()).parse(answer)[list]));
    cursor = meta?.after_cursor ?? undefined;
    if (!meta?.has_more || cursor === undefined) return items;
  }
  return items;
}

interface Described {
  readonly id: number;
  readonly description?: string | null | undefined;
  readonly agent_description?: string | null | undefined;
  readonly active?: boolean | null | undefined;
}

/** The active object that carries the mark. A clone carries it too: the lowest id is the original. */
function marked<Item extends Described>(items: readonly Item[], mark: string): Item | undefined {
  const sign = `[complaint-clock:${mark}]`;
  return items
    .filter(({ active }) => active !== false)
    .filter((item) => item.description?.includes(sign) || item.agent_description?.includes(sign))
    .sort((a, b) => a.id - b.id)[0];
}

/** What provisioning put into the account, found by its marks and remembered while the page lives. */
export interface Account {
  fields(): Promise<AccountFields>;
  /** The macro's id, or undefined where it is missing or not shared with the agent. */
  macro(key: MacroKey): Promise<number | undefined>;
  /** The ids of all that are there. */
  macros(): Promise<ReadonlyMap<MacroKey, number>>;
  /** Looks again at the next question. */
  forget(): void;
}

async function findFields(host: Asks): Promise<AccountFields> {
  const fields = await all(host, 'ticket_fields', fieldSchema);
  const found: Partial<Record<FieldKey, AccountField>> = {};
  for (const key of FIELD_KEYS) {
    const field = marked(fields, `field:${key}`);
    if (field) found[key] = { id: field.id, options: field.custom_field_options ?? [] };
  }
  return found;
}

async function findMacros(host: Asks): Promise<ReadonlyMap<MacroKey, number>> {
  const macros = await all(host, 'macros', macroSchema);
  return new Map(
    MACRO_KEYS.flatMap((key) => {
      const macro = marked(macros, `macro:${key}`);
      return macro ? [[key, macro.id] as const] : [];
    }),
  );
}

export function createAccount(host: Asks): Account {
  let fields: Promise<AccountFields> | undefined;
  let macros: Promise<ReadonlyMap<MacroKey, number>> | undefined;
  const forget = (): void => {
    fields = undefined;
    macros = undefined;
  };
  async function allMacros(): Promise<ReadonlyMap<MacroKey, number>> {
    macros ??= findMacros(host);
    return await macros.catch((error: unknown) => {
      macros = undefined;
      throw error;
    });
  }
  return {
    async fields() {
      fields ??= findFields(host);
      return await fields.catch((error: unknown) => {
        fields = undefined;
        throw error;
      });
    },
    macro: async (key) => (await allMacros()).get(key),
    macros: allMacros,
    forget,
  };
}
