import { ask } from '../command/ask.ts';
import type { Command } from '../command/main-of.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Config, readConfig } from '../config.ts';
import { createZendesk } from '../zendesk/index.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { type ProvisionArguments, readArguments } from './arguments.ts';
import { LANGUAGES, languageOf } from './definition/language.ts';
import { promisesOf } from './definition/promises.ts';
import { runDoctor } from './doctor/command.ts';
import { stoppable } from './doctor/stoppable.ts';
import { readGeneralPolicy } from './general-policy.ts';
import type { ProvisionSettings } from './plan-types.ts';
import { shareBeside } from './rate-share.ts';
import { runRemove } from './remove/run-remove.ts';
import { runProvision } from './run.ts';

/** Provisioning needs more than the service does: it makes fields, macros, triggers, views and a webhook. */
const SCOPE = 'read write';

/** What Zendesk asks to wait for is waited for: nobody sits at the other end of a call. */
const MAX_WAIT_MS = 10 * 60_000;

/** As a shell knows it. */
const INTERRUPTED = 130;

function argumentsFrom(argv: readonly string[]): ProvisionArguments {
  const read = readArguments(argv);
  if (read.ok) return read.value;
  throw new UsageError(read.message);
}

function configFrom(env: Parameters<typeof readConfig>[0]): Config {
  const read = readConfig(env);
  if (read.ok) return read.config;
  throw new UsageError(read.faults.map(({ name, message }) => `${name} ${message}`).join('\n'));
}

/** The account as the provisioning client; after the signal it is asked nothing more. */
function accountOf({ zendesk: { baseUrl }, provisionClient, rateShare }: Config, signal: AbortSignal) {
  const sharePercent = shareBeside(rateShare);
  const own = { ...provisionClient, baseUrl, scope: SCOPE, sharePercent, maxWaitMs: MAX_WAIT_MS, signal };
  return stoppable(createZendesk(own), signal);
}

type Account = ReturnType<typeof accountOf>;

async function settingsFrom(
  { zendesk, publicUrl, policy: files, appSecrets, leads }: Config,
  { port }: Account,
  { language, resetTexts, force }: ProvisionArguments,
): Promise<ProvisionSettings> {
  const [me, service, policy] = await Promise.all([
    port.me(),
    createZendesk(zendesk).port.me(),
    readGeneralPolicy(files),
  ]);
  return {
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: service.id,
    language: language ?? languageOf(me.locale) ?? LANGUAGES[0],
    resetTexts,
    force,
    leadGroups: leads.groups,
    appSecret: appSecrets[0],
  };
}

/** Runs what changes an account, or would. One call after the other, so an interruption ends it between two. */
async function untilInterrupted(
  { signal, output }: Pick<Parameters<Command>[0], 'signal' | 'output'>,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!signal.aborted) throw error;
    output.tell('Interrupted. What was done stays; run it again to go on.');
    return INTERRUPTED;
  }
}

/** `plan`, `apply`, `remove` and `doctor`. Exit code 1 where something is wrong or was refused, 130 interrupted. */
export const provisionCommand: Command = async ({ argv, env, signal, output }) => {
  const args = argumentsFrom(argv);
  const config = configFrom(env);
  const terminal = { print: output.print, ask };
  if (args.command === 'doctor') {
    const { json, language, triedOn } = args;
    return runDoctor({ config, json, language, triedOn, terminal, signal });
  }
  return untilInterrupted({ signal, output }, async () => {
    const account = accountOf(config, signal);
    const rest: ZendeskRest = account.rest;
    if (args.command === 'remove') return runRemove(rest, args, terminal);
    return runProvision(rest, args, { settings: await settingsFrom(config, account, args), terminal });
  });
};
