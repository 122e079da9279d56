import type { RequestListener } from 'node:http';
import { createApi } from '../api/router.ts';
import { createCaseFiles, type OpenCaseFile } from '../case-file/index.ts';
import { describeError } from '../describe-error.ts';
import { createApp } from '../http/app.ts';
import { createBatch } from '../http/batch.ts';
import type { MetricsRouterOptions } from '../http/metrics.ts';
import type { WebhookPayload } from '../http/payload.ts';
import { createLeads, type LeadsPage } from '../leads/index.ts';
import { createZendeskNames } from '../names/zendesk-names.ts';
import { rebuildNeededText } from '../rebuild/needed.ts';
import { readVersion } from '../version.ts';
import { aboutService } from './about.ts';
import type { Prepared, ServiceParts } from './parts.ts';

export interface ServiceAppOptions
  extends Pick<ServiceParts, 'config' | 'clock' | 'log' | 'ledger' | 'zendesk'> {
  readonly prepared: Prepared;
  /** How metrics are answered. */
  readonly route: MetricsRouterOptions;
}

/** What a person should know of an account that refuses the service. */
function refusedText(since: number | undefined): string | undefined {
  if (since === undefined) return undefined;
  return `Zendesk refuses the service's credentials since ${new Date(since).toISOString()}: webhooks are stored, nothing else is done. Check ZENDESK_CLIENT_ID, ZENDESK_CLIENT_SECRET and the OAuth client's user.`;
}

function caseFiles(options: ServiceAppOptions, serviceVersion: string): OpenCaseFile | undefined {
  const { config, prepared, ...rest } = options;
  const { caseSource: source, policyTexts = [] } = prepared;
  const account = config.zendesk.baseUrl;
  return source && createCaseFiles({ ...rest, source, policyTexts, account, serviceVersion });
}

async function createServiceApi(options: ServiceAppOptions, { sessions, directory }: LeadsPage) {
  const { config, clock, log, ledger, zendesk, prepared } = options;
  const { account, appSecrets: secrets } = config;
  const { promises } = prepared;
  const version = await readVersion();
  const openCaseFile = caseFiles(options, version);
  const names = createZendeskNames({
    rest: zendesk.rest,
    onFailure: (error) => log.warn({ error: describeError(error) }, 'names could not be read from Zendesk'),
  });
  return createApi({
    ledger,
    clock,
    ...(promises ? { promises } : {}),
    tokens: { account, secrets },
    ...(sessions ? { leads: { sessions, directory, names, ...(openCaseFile ? { openCaseFile } : {}) } } : {}),
    version,
    log,
  });
}

/** The service's own answers, once there is a database to put wakes into. */
export async function createServiceApp(options: ServiceAppOptions): Promise<RequestListener> {
  const { clock, log, ledger, zendesk, route } = options;
  const { basePath, trustedProxies } = options.config;
  const { webhookSecrets, renewSecrets } = options.prepared;
  const leads = createLeads(options);
  return createApp({
    basePath,
    trustedProxies,
    secrets: webhookSecrets,
    ...(renewSecrets ? { renewSecrets } : {}),
    wake: createBatch<WebhookPayload>((payloads) =>
      ledger.wake(payloads.map((payload) => ({ ...payload, at: clock.now() }))),
    ),
    log,
    checks: { database: ledger.ping },
    warnings: {
      zendesk: async () => refusedText(zendesk.refusedSince()),
      ledger: () => rebuildNeededText(ledger),
    },
    about: () => aboutService(options),
    metrics: route,
    api: await createServiceApi(options, leads),
    dashboard: leads.dashboard,
  });
}
