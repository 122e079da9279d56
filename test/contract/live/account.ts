import { randomUUID } from 'node:crypto';
import { startSandbox } from '../../sandbox/index.ts';
import { type Client, serviceClient } from '../support/client.ts';
import { type Receiver, type Scripted, startReceiver } from '../support/receiver.ts';
import { SEED } from '../support/seed.ts';

/**
 * The account that is asked: a real one when these are set, else the sandbox.
 *
 * - `ZENDESK_LIVE_URL`, `ZENDESK_LIVE_CLIENT_ID`, `ZENDESK_LIVE_CLIENT_SECRET`: an account for trials and an OAuth client
 *   of one of its administrators, scopes `read write`.
 * - `ZENDESK_LIVE_HOOK_URL`: a public address that leads to `ZENDESK_LIVE_HOOK_PORT` (default 8787) of this machine.
 *   Without it the questions about webhooks are left out.
 */
export interface LiveAccount {
  kind: 'sandbox' | 'real';
  api: Client;
  /** A client with a token of other scopes. */
  withScope(scope: string): Promise<Client>;
  /** In every subject, title and tag of what is made here, so that nothing else is ever touched. */
  mark: string;
  /** Undoes something at the end, last made first. */
  later(undo: () => Promise<unknown>): void;
  /** An endpoint that Zendesk can reach; nothing on a real account without a public address. */
  receiver(script: Scripted[]): Promise<Receiver | undefined>;
  close(): Promise<void>;
}

const HOOK_PORT = 8787;
/** The sandbox's pause before a webhook is called again, in milliseconds; Zendesk's is its own. */
const RETRY_MS = 20;

/** @throws Error when only some of the three settings are there */
export async function openAccount(env: NodeJS.ProcessEnv = process.env): Promise<LiveAccount> {
  const undos: (() => Promise<unknown>)[] = [];
  const undoAll = async () => {
    for (const undo of undos.reverse()) await undo();
  };
  const mark = `contract_live_${randomUUID().slice(0, 8)}`;
  const real = realAccount(env);
  if (real) {
    return {
      kind: 'real',
      api: await serviceClient(real),
      withScope: (scope) => serviceClient(real, scope),
      mark,
      later: (undo) => void undos.push(undo),
      receiver: (script) => publicReceiver(env, script),
      close: undoAll,
    };
  }
  const sandbox = await startSandbox({ seed: SEED, webhookRetryMs: RETRY_MS });
  return {
    kind: 'sandbox',
    api: await serviceClient(sandbox),
    withScope: (scope) => serviceClient(sandbox, scope),
    mark,
    later: (undo) => void undos.push(undo),
    receiver: (script) => startReceiver(script),
    async close() {
      await undoAll();
      await sandbox.stop();
    },
  };
}

/** Whether webhooks can be asked about: always in the sandbox, on a real account with a public address. */
export const hooksCanBeAsked = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env.ZENDESK_LIVE_URL === undefined || env.ZENDESK_LIVE_HOOK_URL !== undefined;

function realAccount(env: NodeJS.ProcessEnv) {
  const {
    ZENDESK_LIVE_URL: url,
    ZENDESK_LIVE_CLIENT_ID: clientId,
    ZENDESK_LIVE_CLIENT_SECRET: clientSecret,
  } = env;
  if (!url && !clientId && !clientSecret) return undefined;
  if (!url || !clientId || !clientSecret)
    throw new Error(
      'Set ZENDESK_LIVE_URL, ZENDESK_LIVE_CLIENT_ID and ZENDESK_LIVE_CLIENT_SECRET together, or none of them.',
    );
  return { url: url.replace(/\/$/, ''), clientId, clientSecret };
}

async function publicReceiver(env: NodeJS.ProcessEnv, script: Scripted[]): Promise<Receiver | undefined> {
  const url = env.ZENDESK_LIVE_HOOK_URL;
  if (!url) return undefined;
  const receiver = await startReceiver(script, Number(env.ZENDESK_LIVE_HOOK_PORT ?? HOOK_PORT));
  return { ...receiver, url };
}
