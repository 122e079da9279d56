import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { type Client, serviceClient } from './client.ts';
import { SEED } from './seed.ts';

/** The account of a test, there while a test or one of its hooks runs. Each part is read anew: it may be another one. */
export interface Account {
  readonly sandbox: Sandbox;
  /** Calls with a token of the service. */
  readonly api: Client;
  /** Fetches another token for `api`. */
  signIn(): Promise<void>;
  /** Stops the account, and starts another with these options changed. */
  restart(changes: SandboxOptions): Promise<void>;
}

interface Kept {
  readonly account: Account;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function keptAccount(options: SandboxOptions | (() => SandboxOptions)): Kept {
  let running: { readonly sandbox: Sandbox; readonly api: Client } | undefined;
  const there = () => {
    if (!running) throw new Error('The account runs only during a test: use it in a test or a hook.');
    return running;
  };
  const start = async (changes: SandboxOptions = {}) => {
    const given = typeof options === 'function' ? options() : options;
    const sandbox = await startSandbox({ ...given, ...changes });
    running = { sandbox, api: await serviceClient(sandbox) };
  };
  const stop = async () => {
    await running?.sandbox.stop();
    running = undefined;
  };
  const account: Account = {
    get sandbox() {
      return there().sandbox;
    },
    get api() {
      return there().api;
    },
    async signIn() {
      const { sandbox } = there();
      running = { sandbox, api: await serviceClient(sandbox) };
    },
    async restart(changes) {
      await stop();
      await start(changes);
    },
  };
  return { account, start, stop };
}

/** An account that is started before each test of the file, and stopped after it. */
export function accountForEach(options: SandboxOptions = { seed: SEED }): Account {
  const { account, start, stop } = keptAccount(options);
  beforeEach(() => start());
  afterEach(stop);
  return account;
}

/**
 * One account for all tests of the file, which see what those before them have done.
 * @param options may be a function, where they are known only once the hooks before have run
 */
export function accountForAll(options: SandboxOptions | (() => SandboxOptions) = { seed: SEED }): Account {
  const { account, start, stop } = keptAccount(options);
  beforeAll(() => start());
  afterAll(stop);
  return account;
}
