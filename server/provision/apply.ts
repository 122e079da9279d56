import { z } from 'zod';
import { isZendeskError } from '../zendesk/errors.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { parseReply } from './account/parse.ts';
import type { Plan, PlannedObject, Write } from './plan-types.ts';
import { kindOf, type ObjectRef } from './refs.ts';

/** Thrown before anything is written where a person has to act first; the message says what to do. */
export class ProvisionBlocked extends Error {
  override readonly name = 'ProvisionBlocked';
  readonly code = 'provision_blocked';
  readonly objects: readonly PlannedObject[];

  constructor(objects: readonly PlannedObject[]) {
    const lines = objects.flatMap(({ kind, title, notes }) =>
      notes.map((note) => `- ${kind} "${title}" ${note}`),
    );
    super(`Nothing was changed, since this has to be put right by hand first:\n${lines.join('\n')}`);
    this.objects = objects;
  }
}

const created = z.object({ id: z.union([z.number(), z.string()]), placeholder: z.string().optional() });

async function send(rest: ZendeskRest, write: Write): Promise<unknown> {
  if (write.method === 'delete') return rest.delete(write.path);
  const { method, path, body, otherwise } = write;
  try {
    return await rest[method](path, body);
  } catch (error) {
    if (otherwise === undefined || !isZendeskError(error, 'invalid')) throw error;
    return rest[method](path, otherwise);
  }
}

/** What others will refer to a new object by. Only asked of a reply that tells of a new one: others may be empty. */
function handleIn(reply: unknown, write: Write, ref: ObjectRef): number | string | undefined {
  if (write.method !== 'post') return undefined;
  const { envelope, path } = write;
  const { [envelope]: object } = parseReply(z.record(z.string(), z.unknown()), reply, path);
  const { id, placeholder } = parseReply(created, object, path);
  return kindOf(ref) === 'text' ? placeholder : id;
}

/**
 * Does what the plan says, one call after the other, so that an object is there before another names it. It may be
 * broken off at any point: planning again finds what was done and plans the rest. Rejects with a ZendeskError at the
 * first call that fails, or with {@link ProvisionBlocked} before the first.
 */
export async function applyPlan(
  rest: ZendeskRest,
  plan: Plan,
  onDone: (object: PlannedObject) => void = () => {},
): Promise<void> {
  const blocked = plan.objects.filter(({ status }) => status === 'blocked');
  if (blocked.length > 0) throw new ProvisionBlocked(blocked);
  const ids = new Map<ObjectRef, number | string>(plan.ids);
  for (const { ref, object, writes } of plan.steps) {
    for (const write of writes(ids)) {
      const reply = await send(rest, write);
      const handle = ids.has(ref) ? undefined : handleIn(reply, write, ref);
      if (handle !== undefined) ids.set(ref, handle);
    }
    onDone(object);
  }
}
