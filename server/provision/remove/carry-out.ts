import { isZendeskError } from '../../zendesk/errors.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import type { RemovalCall, RemovalPlan, Removed } from './removal-types.ts';

async function send(rest: ZendeskRest, call: RemovalCall): Promise<void> {
  if (call.method === 'delete') await rest.delete(call.path);
  else await rest.put(call.path, call.body);
}

/**
 * Takes out one after the other what the plan names. What is gone already counts as done; what the account refuses is
 * told and the rest goes on. May be broken off anywhere: planning again finds what is left. Rejects with a
 * ZendeskError where the account can't be reached or the credentials don't suffice for anything.
 */
export async function carryOut(
  rest: ZendeskRest,
  { removals }: RemovalPlan,
  onDone: (removed: Removed) => void = () => {},
): Promise<Removed[]> {
  const done: Removed[] = [];
  for (const removal of removals) {
    if (!removal.call) continue;
    const removed = await tryOne(rest, removal.call).then((refused) => ({
      removal,
      ...(refused === undefined ? {} : { refused }),
    }));
    done.push(removed);
    onDone(removed);
  }
  return done;
}

async function tryOne(rest: ZendeskRest, call: RemovalCall): Promise<string | undefined> {
  try {
    await send(rest, call);
    return undefined;
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return undefined;
    if (isZendeskError(error, 'invalid', 'forbidden', 'conflict')) return error.message;
    throw error;
  }
}
