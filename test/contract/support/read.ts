import { z } from 'zod';

const AnyObject = z.record(z.string(), z.unknown());

/** The value at a dotted path, `ticket.tags` or `audits.0.events`. Throws with the path when there is none. */
export function at(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split('.')) {
    if (Array.isArray(current)) current = current[Number(key)];
    else current = AnyObject.catch({}).parse(current)[key];
    if (current === undefined)
      throw new Error(`Nothing at ${path} (from ${key}) in ${JSON.stringify(value)?.slice(0, 500)}`);
  }
  return current;
}

export const numberAt = (value: unknown, path: string): number => z.number().parse(at(value, path));
export const textAt = (value: unknown, path: string): string => z.string().parse(at(value, path));
export const listAt = (value: unknown, path: string): unknown[] =>
  z.array(z.unknown()).parse(at(value, path));

const Event = z.looseObject({ id: z.number(), type: z.string() });
export type AuditEvent = z.infer<typeof Event>;

/** The events of an audit. */
export function eventsOf(audit: unknown): AuditEvent[] {
  return z.array(Event).parse(at(audit, 'events'));
}

/** The events of a type. */
export function eventsOfType(audit: unknown, type: string): AuditEvent[] {
  return eventsOf(audit).filter((event) => event.type === type);
}
