import { badRequest } from '../fault.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Call } from './route.ts';

/** The object a body must hold under a name, such as `ticket`. @throws Fault 400 */
export function bodyOf(call: Call, name: string): JsonObject {
  const value = call.body[name];
  if (isObject(value)) return value;
  throw badRequest(
    `You passed an invalid value for the ${name} attribute. Invalid parameter: ${name} must be an object`,
  );
}

/** The same for what is created: it gets its id from Zendesk, whatever the client sent. @throws Fault 400 */
export function newBodyOf(call: Call, name: string): JsonObject {
  const { id: _ignored, ...rest } = bodyOf(call, name);
  return rest;
}
