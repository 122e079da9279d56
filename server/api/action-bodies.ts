import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { withEffects } from './actions.ts';
import type { FigureSetting } from './figure-setting.ts';

const what = z
  .string('must be a text')
  .trim()
  .min(1, 'say what is to be done')
  .max(500, 'may have 500 characters at most');
const ownerId = z.int('must be the id of a Zendesk user').positive('must be the id of a Zendesk user');
const dueDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && /^20\d\d/.test(value) && isLocalDate(value),
  'must be a date, e.g. 2026-04-01',
);
const category = z
  .string('must be the name of a cause')
  .regex(/^[a-z][a-z0-9_]{0,40}$/, 'must be the name of a cause');

export const newAction = z.strictObject({ category, what, ownerId, dueDate });

/** `done`: whether it is done, since now; what is left out stays as it is. */
export const changedAction = z
  .strictObject({
    what: what.optional(),
    ownerId: ownerId.optional(),
    dueDate: dueDate.optional(),
    done: z.boolean('must be true or false').optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'names nothing to change: say "what", "ownerId", "dueDate" or "done"',
  });

export async function createAction(body: z.output<typeof newAction>, setting: FigureSetting) {
  const added = await setting.ledger.figures.addAction({ ...body, createdAt: setting.now });
  const [answer] = await withEffects([added], setting);
  return answer;
}

/** Undefined where there is no such action. */
export async function changeAction(
  id: number,
  { done, ...rest }: z.output<typeof changedAction>,
  setting: FigureSetting,
) {
  const doneAt = done === undefined ? undefined : done ? setting.now : null;
  const changed = await setting.ledger.figures.changeAction(id, { ...rest, doneAt });
  if (!changed) return undefined;
  const [answer] = await withEffects([changed], setting);
  return answer;
}
