import { z } from 'zod';
import { sign } from '../../../http/signature.ts';
import { findMarked } from '../../account/find.ts';
import { parseReply } from '../../account/parse.ts';
import { webhookEndpoint } from '../../definition/webhook.ts';
import { readSigningSecret } from '../../discover.ts';
import { notCheckable, ok, problem, warning } from '../findings.ts';
import { noAnswer, WITHIN_MS } from '../ready.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

/**
 * Signed as Zendesk signs, and naming no ticket: a service that takes the signature refuses it for that alone, so that
 * nothing is stored and nothing looked at.
 */
const BODY = '{"doctor":"signature only, names no ticket"}';

const refusal = z.object({ error: z.string() });
const testReply = z.object({
  response: z.object({ status: z.number(), payload: z.unknown() }),
});

const RESTART =
  'Set WEBHOOK_SECRET to the secret that this screen shows, and the old one as WEBHOOK_SECRET_PREVIOUS, or leave both out so that the service reads it from the account; then restart it.';
const REVEAL = `${SCREENS.webhooks}: open "Complaint Clock", Reveal secret. ${RESTART}`;

/** By signing the same bytes with both: secrets themselves are compared and shown nowhere. */
function settingFinding(secret: string, settings: readonly string[]): Finding {
  const [current, previous] = settings;
  if (current === undefined)
    return ok('WEBHOOK_SECRET is not set: the service reads the secret from the account itself');
  const stamp = new Date(0).toISOString();
  const signedWith = (key: string): string => sign(key, stamp, Buffer.from(BODY));
  if (signedWith(secret) === signedWith(current))
    return ok('what WEBHOOK_SECRET signs is what the account signs');
  if (previous !== undefined && signedWith(secret) === signedWith(previous))
    return warning('the account still signs with WEBHOOK_SECRET_PREVIOUS', REVEAL);
  return problem('WEBHOOK_SECRET is not the secret that the account signs with', REVEAL);
}

type Answered = { readonly status: number; readonly error: string | undefined };

async function postSigned(url: string, secret: string): Promise<Answered> {
  const timestamp = new Date().toISOString();
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign(secret, timestamp, Buffer.from(BODY)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
    },
    body: BODY,
  });
  const read = refusal.safeParse(await response.json().catch(() => undefined));
  return { status: response.status, error: read.data?.error };
}

/** What the service makes of a message signed with the account's secret. */
async function fromHere(url: string, secret: string): Promise<Finding> {
  try {
    const { status, error } = await postSigned(url, secret);
    if (error === 'malformed_payload') return ok("the service takes the account's signature");
    if (error === 'stale_timestamp')
      return problem(
        'the service refuses the signature for its time: the clocks differ by more than an hour',
        'See the check of the clock.',
      );
    if (error === 'wrong_signature')
      return problem("the service refuses the account's signature: it knows another secret", REVEAL);
    return notCheckable(
      `whether the service takes the signature: it answers ${status}${error === undefined ? '' : `, ${error}`}`,
      'See the check of the service.',
    );
  } catch (error) {
    return notCheckable(
      `whether the service takes the signature: ${noAnswer(error)}`,
      'See the check of the service.',
    );
  }
}

/** Zendesk's own "Test webhook": whether it reaches the service at all, which may differ from here. */
async function fromZendesk({ rest }: DoctorContext, id: string): Promise<Finding> {
  const reply = await rest.post(`webhooks/test?webhook_id=${id}`, { request: { payload: BODY } });
  const { status, payload } = parseReply(testReply, reply, 'webhook test').response;
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  if (text.includes('malformed_payload'))
    return ok('Zendesk reaches the service, and its signature is taken');
  if (text.includes('wrong_signature'))
    return warning(
      "Zendesk reaches the service, and the signature of its test call is refused; whether tests are signed with the webhook's own secret is not documented",
      'Where the line above is ok, nothing; otherwise do what it says.',
    );
  return problem(
    `Zendesk doesn't reach the service: its test call was answered ${status}`,
    `Check PUBLIC_URL, DNS, firewall, proxy and certificate as seen from outside. ${SCREENS.webhooks}: open it, Test webhook.`,
  );
}

/** The webhook's signing secret is the one that the service knows, and Zendesk reaches it. */
export const webhookSecret: Check = {
  id: 'webhook-secret',
  title: "The webhook's signing secret",
  run: async (context) => {
    const { living, config, rest } = context;
    const found = findMarked((await living.objects()).webhooks, 'webhook');
    if (!found) return [problem('the webhook that calls the service is missing', APPLY)];
    const secret = await readSigningSecret(rest, found.id);
    return [
      settingFinding(secret, config.webhookSecrets),
      await fromHere(webhookEndpoint(config.publicUrl), secret),
      await fromZendesk(context, found.id),
    ];
  },
};
