import { importSPKI } from 'jose';
import { type Installation, ownInstallations } from '../zendesk/apps.ts';
import { ZendeskError } from '../zendesk/errors.ts';
import type { Zendesk } from '../zendesk/index.ts';

/** The public key of an app. */
export type AppKey = Awaited<ReturnType<typeof importSPKI>>;

/** Our app as the account has installed it. Everything rejects with a ZendeskError where the account can't be asked. */
export interface AppKeys {
  /** The app that an installation is of; undefined where that is none of ours, or is switched off. */
  appOf(installationId: number): Promise<number | undefined>;
  /** What its tokens are signed with. `fresh`: as it is now, for the one that is kept did not fit. */
  keyOf(appId: number, options?: { readonly fresh: boolean }): Promise<AppKey>;
}

export interface AppKeysOptions {
  readonly zendesk: Pick<Zendesk, 'rest' | 'files'>;
  /** Where Zendesk reaches the service: only an installation whose `service_url` says so is ours. */
  readonly publicUrl: string;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/** An app is installed or its key changed once in a blue moon. */
const KEPT_MS = 10 * 60_000;
/** What anybody who sends nonsense can make the service do: one question a minute. */
const AGAIN_MS = 60_000;

interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Asks once for all who ask at the same time, and keeps the answer; a failure is not kept. */
function createKept<T>(ask: () => Promise<T>, now: () => number) {
  let kept: Kept<T> | undefined;
  return async (mostAgeMs: number): Promise<T> => {
    if (kept && now() - kept.at < mostAgeMs) return kept.value;
    const mine: Kept<T> = { at: now(), value: ask() };
    kept = mine;
    try {
      return await mine.value;
    } catch (error) {
      if (kept === mine) kept = undefined;
      throw error;
    }
  };
}

const bare = (url: unknown): string =>
  String(url ?? '')
    .trim()
    .replace(/\/+$/u, '')
    .toLowerCase();

async function readKey({ files }: Pick<Zendesk, 'files'>, appId: number): Promise<AppKey> {
  const pem = await files.text(`apps/${appId}/public_key.pem`);
  try {
    return await importSPKI(pem, 'RS256');
  } catch {
    throw new ZendeskError("The app's public key can't be read: Zendesk gave something else", {
      code: 'malformed',
      effect: 'none',
    });
  }
}

/**
 * Which installations of the account are of our app, and the keys of their tokens. Ours is an app of the account's own
 * whose settings name this service: its tokens are meant for nobody else.
 */
export function createAppKeys({ zendesk, publicUrl, now = Date.now }: AppKeysOptions): AppKeys {
  const isOurs = ({ enabled, settings }: Installation): boolean =>
    enabled && bare(settings.service_url) === bare(publicUrl);
  const installations = createKept(async () => (await ownInstallations(zendesk.rest)).filter(isOurs), now);
  const keys = new Map<number, ReturnType<typeof createKept<AppKey>>>();
  return {
    appOf: async (installationId) => {
      const find = (all: readonly Installation[]) => all.find(({ id }) => id === installationId)?.appId;
      // Installed just now, maybe.
      return find(await installations(KEPT_MS)) ?? find(await installations(AGAIN_MS));
    },
    keyOf: (appId, { fresh } = { fresh: false }) => {
      const key = keys.get(appId) ?? createKept(() => readKey(zendesk, appId), now);
      keys.set(appId, key);
      return key(fresh ? AGAIN_MS : KEPT_MS);
    },
  };
}
