import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { policy } from './records.ts';

export interface PromisesServer {
  /** The app's settings that lead to it. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

export interface PromisesOptions {
  /** Waited for before each answer. */
  readonly gate?: () => Promise<void>;
}

/** A service of which only the promises are asked: it answers with ASK4's policy, and knows of no case. */
export async function startPromises({ gate }: PromisesOptions = {}): Promise<PromisesServer> {
  const server = createServer(async (request, reply) => {
    await gate?.();
    const found = request.url?.startsWith('/api/v1/policy') === true;
    reply.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    reply.end(
      found
        ? JSON.stringify({ holds: { id: policy.id, version: policy.version }, policies: [policy] })
        : '{}',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddress(address)) throw new Error('the server has no port');
  return {
    settings: {
      service_url: `http://127.0.0.1:${address.port}`,
      shared_secret: 'a-secret-for-a-test-only-0123456789',
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
