import { createClient } from 'node-zendesk';
import type { Sandbox } from '../../sandbox/index.ts';
import { token } from '../support/client.ts';

/** node-zendesk 6.0.1, as it comes. */
export type Library = ReturnType<typeof createClient>;

type Options = NonNullable<Parameters<typeof createClient>[0]>;

/** The library pointed at the sandbox, with a token of its service user. */
export async function libraryFor(sandbox: Sandbox, options: Options = {}): Promise<Library> {
  return createClient({
    token: await token(sandbox),
    oauth: true,
    username: '',
    endpointUri: `${sandbox.url}/api/v2`,
    ...options,
  });
}

/**
 * Calls a method by its name, `tickets.show`. By name, because the library's types are wrong about many arguments and
 * most results (`addTags` wants `{tags}`, whatever they say), and so that what was called can be counted.
 */
export type Run = (name: string, ...values: unknown[]) => Promise<unknown>;

/** @param called gets the name of each method that is called */
export function runner(library: Library, called: Set<string>): Run {
  return async (name, ...values) => {
    const [part = '', method = ''] = name.split('.');
    const client: unknown = Reflect.get(library, part);
    const run: unknown =
      typeof client === 'object' && client !== null ? Reflect.get(client, method) : undefined;
    if (typeof run !== 'function') throw new Error(`The library has no ${name}.`);
    called.add(name);
    const result: unknown = await run.call(client, ...values);
    return result;
  };
}
