import { createClient } from 'node-zendesk';

/** A method of the library and the call it makes. */
export interface LibraryMethod {
  /** `tickets.show` */
  name: string;
  /** `GET /tickets/1`, below `/api/v2`; nothing where the library makes no call at all. */
  request: string | undefined;
}

/** Parts of the library that speak to other APIs than ticketing. */
const OTHER_APIS = new Set(['helpcenter', 'services', 'voice', 'config', 'logger']);

/** Methods that don't come to an end here: two call themselves for ever, one waits for a job. */
const ENDLESS = new Set(['views.delete', 'triggers.bulkDelete', 'jobstatuses.watch']);

/** Every method of the ticketing part, tried once without a network to see what it asks for. */
export async function libraryMethods(): Promise<LibraryMethod[]> {
  let request: string | undefined;
  const library = createClient({
    token: 'x',
    oauth: true,
    username: '',
    endpointUri: 'http://nowhere/api/v2',
    transportConfig: {
      transportFn: (uri: string, options: { method: string }) => {
        const path = new URL(uri).pathname.replace('/api/v2', '').replace(/\.json$/, '');
        request ??= `${options.method} ${path}`;
        return { status: 200 };
      },
      responseAdapter: (response: { status: number }) => ({
        ...response,
        statusText: '',
        json: () => ({}),
        headers: { get: () => null },
      }),
    },
  });
  const methods: LibraryMethod[] = [];
  for (const [part, client] of parts(library)) {
    for (const [method, run] of functionsOf(client)) {
      request = undefined;
      if (!ENDLESS.has(`${part}.${method}`)) await tryEach(client, run);
      methods.push({ name: `${part}.${method}`, request });
    }
  }
  return methods;
}

function parts(library: object): [string, object][] {
  const names = Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(library)));
  return names
    .filter((name) => !OTHER_APIS.has(name) && name !== 'constructor' && !name.startsWith('_'))
    .flatMap((name) => {
      const client: unknown = Reflect.get(library, name);
      return typeof client === 'object' && client !== null ? [pair(name, client)] : [];
    });
}

function functionsOf(client: object): [string, CallableFunction][] {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(client)));
  return descriptors.flatMap(([name, { value }]: [string, { value?: unknown }]) =>
    name !== 'constructor' && typeof value === 'function' ? [pair(name, value)] : [],
  );
}

const pair = <Value>(name: string, value: Value): [string, Value] => [name, value];

/** Methods want ids, lists or objects; what they make of wrong ones doesn't matter, only what they ask for. */
async function tryEach(client: object, run: CallableFunction): Promise<void> {
  for (const argument of [1, ['1'], { query: 'x' }]) {
    try {
      await Reflect.apply(run, client, [argument, argument, argument]);
    } catch {
      // A refusal of the argument, or nothing where a result was hoped for.
    }
  }
}
