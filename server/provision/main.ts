import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import { readConfig } from '../config.ts';
import { listedPaths, PolicyFileError, readPolicies } from '../policies/index.ts';
import { createZendesk } from '../zendesk/index.ts';
import { readArguments } from './arguments.ts';
import { LANGUAGES, languageOf } from './definition/language.ts';
import { promisesOf } from './definition/promises.ts';
import { runProvision } from './run.ts';
import { systemTerminal } from './terminal.ts';

/** Provisioning needs more than the service does: it makes fields, macros, triggers, views and a webhook. */
const SCOPE = 'read write';

/** The letters are those of the policy that holds where no brand or form has one of its own. */
function generalPolicy(policies: readonly Policy[]): Policy {
  const now = Date.now();
  const policy = choosePolicy(policies, { brandId: null, formId: null, receivedAt: now, now });
  if (!policy) throw new PolicyFileError('no policy file was found: check POLICY');
  return policy;
}

async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if (!args.ok) return complain(args.message, 2);
  const read = readConfig();
  if (!read.ok) return complain(read.faults.map(({ name, message }) => `${name} ${message}`).join('\n'), 2);
  const { zendesk, provisionClient, publicUrl, policy: policyFiles } = read.config;

  const { baseUrl } = zendesk;
  const own = createZendesk({ ...provisionClient, baseUrl, scope: SCOPE });
  const [me, service, policies] = await Promise.all([
    own.port.me(),
    createZendesk(zendesk).port.me(),
    readPolicies(listedPaths(policyFiles)),
  ]);
  const policy = generalPolicy(policies);
  const settings = {
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: service.id,
    language: args.value.language ?? languageOf(me.locale) ?? LANGUAGES[0],
    resetTexts: args.value.resetTexts,
  };
  return runProvision(own.rest, args.value, { settings, terminal: systemTerminal });
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1);
}
