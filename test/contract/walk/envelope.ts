import { z } from 'zod';

interface Asked {
  query: Record<string, string | number | boolean>;
  /** Names at the top of the reply that its schema doesn't know. */
  extras: readonly string[];
}

type CheckNamed = (schema: string, value: unknown) => string[];

/** What stands beside a list that is paged by cursor, and by offset. */
const CURSOR = {
  meta: z.strictObject({
    has_more: z.boolean(),
    after_cursor: z.string().nullable(),
    before_cursor: z.string().nullable(),
  }),
  links: z.strictObject({ next: z.url().nullable(), prev: z.url().nullable() }),
};
const OFFSET = { next_page: z.url().nullable(), previous_page: z.url().nullable(), count: z.int().min(0) };

/** Schemas of the records that come along with `include`. */
const SIDELOADS: Record<string, string> = {
  users: 'UserObject',
  groups: 'GroupObject',
  organizations: 'OrganizationObject',
  brands: 'BrandObject',
  ticket_forms: 'TicketFormObject',
  roles: 'CustomRoleObject',
};

const AnyObject = z.record(z.string(), z.unknown());

/**
 * The paging and the sideloaded records of a list, which the description leaves out of most lists.
 * @returns the names that are accounted for here, and what is wrong with them
 */
export function readEnvelope(json: unknown, { query, extras }: Asked, check: CheckNamed) {
  const body = AnyObject.catch({}).parse(json);
  const paging: Record<string, z.ZodType> = extras.includes('meta') ? CURSOR : OFFSET;
  const sideloads = String(query.include ?? '').split(',');
  const faults = [
    ...Object.entries(paging).flatMap(([name, shape]) => {
      const result = extras.includes(name) ? shape.safeParse(body[name]) : undefined;
      return result?.error ? [`${name}: ${result.error.issues[0]?.message}`] : [];
    }),
    ...sideloads.flatMap((name) => {
      const schema = SIDELOADS[name];
      const records = z.array(z.unknown()).safeParse(body[name]);
      return schema && records.success ? records.data.flatMap((record) => check(schema, record)) : [];
    }),
  ];
  return { names: [...Object.keys(paging), ...sideloads], faults };
}
