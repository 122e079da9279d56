import { findMarked } from '../account/find.ts';
import { marked } from '../account/remembered.ts';
import type { Webhook } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { inEveryLanguage } from '../definition/language.ts';
import {
  WEBHOOK_DESCRIPTION,
  WEBHOOK_NAME,
  WEBHOOK_SUBSCRIPTIONS,
  webhookEndpoint,
} from '../definition/webhook.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Compared, compared, difference, foreignNamesakes } from './entry.ts';

const FIXED = { http_method: 'POST', request_format: 'json', status: 'active' } as const;

function differences(found: Webhook, endpoint: string): Difference[] {
  return [
    ...difference('endpoint', found.endpoint, endpoint),
    ...difference('http_method', found.http_method, FIXED.http_method),
    ...difference('request_format', found.request_format, FIXED.request_format),
    ...difference('status', found.status, FIXED.status),
  ];
}

/** What a webhook subscribes to can't be changed later. */
function wrongSubscription(found: Webhook | undefined): string[] {
  if (!found || WEBHOOK_SUBSCRIPTIONS.every((event) => found.subscriptions.includes(event))) return [];
  return ['is not called by triggers, which can not be changed: delete it, and apply again'];
}

/** A PUT replaces the webhook, so what an administrator added goes along. */
const kept = ({ custom_headers }: Webhook): Record<string, unknown> =>
  custom_headers ? { custom_headers } : {};

export function compareWebhook(account: AccountSnapshot, settings: ProvisionSettings): Compared {
  const found = findMarked(account.webhooks, 'webhook');
  const endpoint = webhookEndpoint(settings.publicUrl);
  const description = marked(found?.description ?? WEBHOOK_DESCRIPTION, 'webhook');
  const name = found?.name ?? WEBHOOK_NAME;
  const common = { name, description, endpoint, ...FIXED, subscriptions: WEBHOOK_SUBSCRIPTIONS };
  const writes = (): Write[] => [
    found
      ? {
          method: 'put',
          path: `webhooks/${found.id}`,
          body: { webhook: { ...common, ...kept(found) } },
          envelope: 'webhook',
        }
      : { method: 'post', path: 'webhooks', body: { webhook: common }, envelope: 'webhook' },
  ];
  const others = account.webhooks.filter((webhook) => webhook !== found);
  return compared({
    ref: 'webhook',
    title: name,
    found: found && { id: found.id, title: found.name },
    differences: found
      ? [...differences(found, endpoint), ...difference('description', found.description, description)]
      : [],
    blockedBy: wrongSubscription(found),
    foreign: foreignNamesakes(
      'webhook',
      inEveryLanguage(() => WEBHOOK_NAME),
      others.map(({ id, name: title }) => ({ id, title })),
    ),
    writes,
  });
}
