import { z } from 'zod';
import type { ZendeskRest } from '../../../../../server/zendesk/port.ts';

const object = z.looseObject({ id: z.union([z.number(), z.string()]), description: z.string().nullish() });
export type AccountObject = z.infer<typeof object>;

const PATHS = {
  field: 'ticket_fields',
  macro: 'macros',
  trigger: 'triggers',
  webhook: 'webhooks',
} as const;

/** Our object with this mark, such as `field:record`, as the account has it. */
export async function ours(rest: ZendeskRest, ref: string): Promise<AccountObject> {
  const kind = z.enum(['field', 'macro', 'trigger', 'webhook']).parse(ref.split(':')[0]);
  const path = PATHS[kind];
  const all = z.array(object).parse(await rest.list(path, path));
  const found = all.find(({ description }) => description?.includes(`[complaint-clock:${ref}]`));
  if (!found) throw new Error(`the account has no ${ref}`);
  return found;
}

const actions = z.object({
  actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
});

/** The actions of a rule or macro, to be sent back with more among them. */
export const actionsOf = (of: AccountObject) => actions.parse(of).actions;

type Undo = () => Promise<unknown>;

/** Changes an object of ours; answers how to put it back. */
export async function changed(
  rest: ZendeskRest,
  ref: string,
  change: (before: AccountObject) => Record<string, unknown>,
): Promise<Undo> {
  const before = await ours(rest, ref);
  const kind = z.enum(['field', 'macro', 'trigger']).parse(ref.split(':')[0]);
  const [path, envelope] = [`${PATHS[kind]}/${before.id}`, kind === 'field' ? 'ticket_field' : kind];
  const wanted = change(before);
  await rest.put(path, { [envelope]: wanted });
  const back = Object.fromEntries(Object.keys(wanted).map((key) => [key, before[key]]));
  return () => rest.put(path, { [envelope]: back });
}

/** Makes a rule of somebody else's; answers how to take it away. */
export async function made(
  rest: ZendeskRest,
  path: 'triggers' | 'automations' | 'macros' | 'ticket_forms',
  body: Record<string, unknown>,
): Promise<Undo> {
  const envelope = path.slice(0, -1);
  const reply = z.record(z.string(), object).parse(await rest.post(path, { [envelope]: body }));
  const id = reply[envelope]?.id;
  if (id === undefined) throw new Error(`no ${envelope} was made`);
  return () => rest.delete(`${path}/${id}`);
}

const rule = z.object({ id: z.number(), title: z.string(), active: z.boolean() });

/** Switches a rule of the account on or off, by its title. */
export async function switched(
  rest: ZendeskRest,
  path: 'triggers' | 'automations',
  { title, active }: { title: string; active: boolean },
): Promise<Undo> {
  const found = z
    .array(rule)
    .parse(await rest.list(path, path))
    .find((one) => one.title === title);
  if (!found) throw new Error(`the account has no rule "${title}"`);
  const put = (on: boolean) => rest.put(`${path}/${found.id}`, { [path.slice(0, -1)]: { active: on } });
  await put(active);
  return () => put(found.active);
}
