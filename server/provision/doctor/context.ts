import type { Config } from '../../config.ts';
import { readVersion } from '../../version.ts';
import { createZendesk } from '../../zendesk/index.ts';
import { LANGUAGES, type Language, languageOf } from '../definition/language.ts';
import { promisesOf } from '../definition/promises.ts';
import { readGeneralPolicy } from '../general-policy.ts';
import type { ProvisionSettings } from '../plan-types.ts';
import { shareBeside } from '../rate-share.ts';
import { createLiving } from './living.ts';
import { stoppable } from './stoppable.ts';
import { createTestTicket } from './test-ticket.ts';
import type { DoctorContext } from './types.ts';

export interface DoctorSettings {
  readonly config: Config;
  /** The ticket on which an ordinary agent has tried things. */
  readonly triedOn?: number | undefined;
  /** Of titles in the plan; the provisioning user's where left out. */
  readonly language?: Language | undefined;
}

const PROVISIONING_SCOPE = 'read write';

type Clients = Pick<DoctorContext, 'provisioning' | 'service'>;

async function planSettings(
  { config, language }: DoctorSettings,
  { provisioning, service }: Clients,
): Promise<ProvisionSettings> {
  const [me, seat, policy] = await Promise.all([
    provisioning.port.me(),
    service.port.me(),
    readGeneralPolicy(config.policy),
  ]);
  return {
    publicUrl: config.publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: seat.id,
    leadGroups: config.leads.groups,
    language: language ?? languageOf(me.locale) ?? LANGUAGES[0],
  };
}

/** All that the checks need; asks nothing yet. */
export async function createContext(settings: DoctorSettings, signal: AbortSignal): Promise<DoctorContext> {
  const { config } = settings;
  const { zendesk, provisionClient, publicUrl } = config;
  const { baseUrl } = zendesk;
  const sharePercent = shareBeside(config.rateShare);
  const own = { ...provisionClient, baseUrl, sharePercent, scope: PROVISIONING_SCOPE };
  const provisioning = stoppable(createZendesk({ ...own, signal }), signal);
  const service = stoppable(createZendesk({ ...zendesk, signal }), signal);
  const { rest } = provisioning;
  return {
    rest,
    provisioning,
    service,
    withScope: (scope) => stoppable(createZendesk({ ...zendesk, scope, signal }), signal),
    config,
    policy: () => readGeneralPolicy(config.policy),
    settings: () => planSettings(settings, { provisioning, service }),
    living: createLiving(rest, publicUrl),
    // Not with the signal: what was made is deleted after an interruption too.
    ticket: createTestTicket(createZendesk(own).rest),
    triedOn: settings.triedOn,
    version: await readVersion(),
    now: Date.now,
  };
}
