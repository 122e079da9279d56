import { z } from 'zod';
import { signInAs } from '../../../reconcile/support/person.ts';
import { PEOPLE, TICKETS } from '../../account.ts';
import type { Fault } from './faults.ts';
import { type Installation, standIn } from './installation.ts';

/** The account's secret, once a fault has asked for it. */
let secretOfAccount = '';

/** That of a client which was made for a fault. */
let secretOfAgent = '';

const clientReply = z.object({ client: z.object({ id: z.number(), secret: z.string() }) });
const secretReply = z.object({ signing_secret: z.object({ secret: z.string() }) });

/** What a service of these words would answer. */
const saying = (body: unknown, status = 200) =>
  standIn((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });

/** A doctor that is told of another service than the one at work. */
function elsewhere(body: unknown, status = 200) {
  let url = '';
  return {
    plant: async () => {
      const other = await saying(body, status);
      url = other.url;
      return other.stop;
    },
    settings: () => ({ PUBLIC_URL: url }),
  };
}

const AT = '2026-01-02T03:04:05Z';

/** The webhook's log as it would stand after such calls, the newest first. */
const calls = (...statuses: readonly (readonly [status: string, code: string])[]) => ({
  plant: async ({ sandbox }: Installation) =>
    sandbox.faults.add(({ path }) =>
      path.includes('/invocations')
        ? {
            kind: 'answer',
            status: 200,
            body: {
              invocations: statuses.map(([status, status_code]) => ({
                ...{ id: '1', webhook_id: '1', event_type: 'conditional_ticket_events', status, status_code },
                latest_completed_at: status === 'circuit broken' ? new Date().toISOString() : AT,
              })),
              meta: { has_more: false, after_cursor: null, before_cursor: null },
            },
          }
        : undefined,
    ),
});

const ready = { status: 'ready', checks: { database: 'ok' }, version: '0.0.1' };
const calendars = [{ policy: 'ask4', version: '1', knownUntil: '2026-12-31', neededUntil: '2027-02-01' }];

export const FAULTS_AROUND: readonly Fault[] = [
  {
    what: "the service's client asks for too little",
    check: 'scopes',
    plant: async () => undefined,
    settings: () => ({ ZENDESK_SCOPE: 'tickets:read' }),
    status: 'problem',
    seen: /lacks scopes.*tickets:write/,
    fix: /ZENDESK_SCOPE to "read tickets:write"/,
  },
  {
    what: "the service's client asks for more than it needs",
    check: 'scopes',
    plant: async () => undefined,
    settings: () => ({ ZENDESK_SCOPE: 'read write' }),
    status: 'warning',
    seen: /"read write": more than it needs/,
    fix: /ZENDESK_SCOPE/,
  },
  {
    what: 'the secret of a client is wrong',
    check: 'scopes',
    plant: async () => undefined,
    settings: () => ({ PROVISION_CLIENT_SECRET: 'wrong-secret' }),
    status: 'problem',
    seen: /refuses the provisioning client/,
    fix: /APIs > OAuth clients: open the client.*PROVISION_CLIENT_SECRET/,
  },
  {
    what: 'the user of the provisioning client is no administrator',
    check: 'scopes',
    plant: async ({ rest }) => {
      const client = {
        name: 'Agent',
        identifier: 'agent_client',
        kind: 'confidential',
        user_id: PEOPLE.agent,
      };
      const { id, secret } = clientReply.parse(await rest.post('oauth/clients', { client })).client;
      secretOfAgent = secret;
      return () => rest.delete(`oauth/clients/${id}`);
    },
    settings: () => ({ PROVISION_CLIENT_ID: 'agent_client', PROVISION_CLIENT_SECRET: secretOfAgent }),
    status: 'problem',
    seen: /user of the provisioning client, 102, is an agent and no administrator/,
    fix: /Team members: give that user the role Administrator/,
  },
  {
    what: 'somebody has signed in with the seat of the service',
    check: 'seat',
    plant: async ({ sandbox }) => {
      await signInAs(sandbox.url, PEOPLE.service);
      return undefined;
    },
    status: 'warning',
    seen: /somebody signed in to the service's seat at 20/,
    fix: /Team members: see who knows its password/,
  },
  {
    what: 'somebody works in the browser with the seat of the service',
    check: 'seat',
    plant: async ({ sandbox }) => {
      const person = await signInAs(sandbox.url, PEOPLE.service);
      await person.change(TICKETS.plain, { add: ['formal_complaint'] });
      return () => person.change(TICKETS.plain, { drop: ['formal_complaint'] });
    },
    status: 'warning',
    seen: /worked in the agent workspace with the service's seat: #3/,
    fix: /seats of their own/,
  },
  {
    what: 'nobody answers at the public address',
    check: 'service',
    plant: async () => undefined,
    settings: () => ({ PUBLIC_URL: 'http://127.0.0.1:1' }),
    status: 'problem',
    seen: /can't be reached at http:\/\/127.0.0.1:1/,
    fix: /PUBLIC_URL, DNS, firewall/,
  },
  {
    what: 'something else answers at the public address',
    check: 'service',
    ...elsewhere('welcome'),
    status: 'problem',
    seen: /not the service: status 200/,
    fix: /PUBLIC_URL/,
  },
  {
    what: 'the service is not ready',
    check: 'service',
    ...elsewhere({ status: 'not_ready', checks: { database: 'failing' } }, 503),
    status: 'problem',
    seen: /not ready: it fails: database/,
    fix: /operations.md/,
  },
  {
    what: 'the service warns',
    check: 'service',
    ...elsewhere({ ...ready, warnings: { ledger: 'run npm run rebuild' } }),
    status: 'warning',
    seen: /the service says: run npm run rebuild/,
    fix: /Do what it says/,
  },
  {
    what: 'the service is of another version',
    check: 'service',
    ...elsewhere(ready),
    status: 'warning',
    seen: /of version 0.0.1, this program of/,
    fix: /update the service/,
  },
  {
    what: 'the app is of another version than the service',
    check: 'app',
    ...elsewhere(ready),
    status: 'warning',
    seen: /the app is of version .*, the service of 0.0.1/,
    fix: /Update, and choose complaint-clock-0.0.1.zip/,
  },
  {
    what: 'the sweep has not run for hours',
    check: 'sweep',
    ...elsewhere({ ...ready, sweep: { ageSeconds: 7_200, everySeconds: 300 } }),
    status: 'problem',
    seen: /120 min ago/,
    fix: /a round failed/,
  },
  {
    what: 'holidays are not known for long enough',
    check: 'calendar',
    ...elsewhere({ ...ready, calendars }),
    status: 'problem',
    seen: /until 2027-02-01, and they are known until 2026-12-31/,
    fix: /docs\/calendars.md/,
  },
  {
    what: 'the webhook calls another address',
    check: 'webhook',
    plant: async () => undefined,
    settings: () => ({ PUBLIC_URL: 'https://clock.example' }),
    status: 'problem',
    seen: /and the service is at https:\/\/clock.example\/webhooks\/zendesk/,
    fix: /PUBLIC_URL.*provision -- apply/,
  },
  {
    what: "Zendesk's circuit breaker is open",
    check: 'webhook',
    ...calls(['circuit broken', ''], ['server error', '500'], ['success', '202']),
    status: 'problem',
    seen: /circuit breaker has stopped calls within the last hour \(1\).*2 of the last 3 calls failed/,
    fix: /Webhooks: open it, tab Activity/,
  },
  {
    what: 'the calls of the webhook fail',
    check: 'webhook',
    ...calls(['client error', '401'], ['client error', '401']),
    status: 'problem',
    seen: /2 of the last 2 calls failed, the latest with: client error, 401/,
    fix: /signing secret/,
  },
  {
    what: 'a call of the webhook has failed',
    check: 'webhook',
    ...calls(['success', '202'], ['timeout', ''], ['success', '202']),
    status: 'warning',
    seen: /1 of the last 3 calls failed, the latest with: timeout/,
    fix: /the sweep finds/,
  },
  {
    what: 'the webhook is not active',
    check: 'webhook',
    plant: async ({ rest, webhookId }) => {
      const { webhook } = z
        .object({ webhook: z.looseObject({}) })
        .parse(await rest.get(`webhooks/${webhookId}`));
      const put = (status: string) => rest.put(`webhooks/${webhookId}`, { webhook: { ...webhook, status } });
      await put('inactive');
      return () => put('active');
    },
    status: 'problem',
    seen: /is inactive/,
    fix: /Actions and webhooks > Webhooks: activate/,
  },
  {
    what: 'WEBHOOK_SECRET is another than that of the account',
    check: 'webhook-secret',
    plant: async () => undefined,
    settings: () => ({ WEBHOOK_SECRET: 'another' }),
    status: 'problem',
    seen: /WEBHOOK_SECRET is not the secret/,
    fix: /Webhooks: open "Complaint Clock", Reveal secret.*WEBHOOK_SECRET_PREVIOUS/,
  },
  {
    what: 'the account still signs with the secret before',
    check: 'webhook-secret',
    plant: async ({ rest, webhookId }) => {
      const reply = secretReply.parse(await rest.get(`webhooks/${webhookId}/signing_secret`));
      secretOfAccount = reply.signing_secret.secret;
      return undefined;
    },
    settings: () => ({ WEBHOOK_SECRET: 'another', WEBHOOK_SECRET_PREVIOUS: secretOfAccount }),
    status: 'warning',
    seen: /still signs with WEBHOOK_SECRET_PREVIOUS/,
    fix: /Reveal secret/,
  },
  {
    what: 'Zendesk does not reach the service',
    check: 'webhook-secret',
    plant: async ({ rest, webhookId, publicUrl }) => {
      const { webhook } = z
        .object({ webhook: z.looseObject({}) })
        .parse(await rest.get(`webhooks/${webhookId}`));
      const put = (endpoint: string) =>
        rest.put(`webhooks/${webhookId}`, { webhook: { ...webhook, endpoint } });
      await put('http://127.0.0.1:1/webhooks/zendesk');
      return () => put(`${publicUrl}/webhooks/zendesk`);
    },
    status: 'problem',
    seen: /Zendesk doesn't reach the service/,
    fix: /as seen from outside/,
  },
];
