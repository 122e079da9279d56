import { z } from 'zod';
import { findMarked } from '../../account/find.ts';
import { parseReply } from '../../account/parse.ts';
import type { Webhook } from '../../account/schemas.ts';
import { webhookEndpoint } from '../../definition/webhook.ts';
import { ok, problem, warning } from '../findings.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const invocationsReply = z.object({
  invocations: z.array(
    z.object({
      status: z.string(),
      status_code: z.union([z.string(), z.number()]).nullish(),
      latest_completed_at: z.string().nullish(),
    }),
  ),
});
type Invocation = z.infer<typeof invocationsReply>['invocations'][number];

/** Zendesk's breaker looks back five minutes and pauses for seconds; what it broke off lately is still missing. */
const LATELY_MS = 3_600_000;

const isBroken = ({ status }: Invocation): boolean => /circuit/iu.test(status);
/** `accepted` and the like are still under way. */
const hasFailed = (one: Invocation): boolean => isBroken(one) || /fail|error|timeout/iu.test(one.status);
const timeOf = ({ latest_completed_at }: Invocation): number => Date.parse(latest_completed_at ?? '') || 0;

const codeOf = ({ status, status_code }: Invocation): string =>
  status_code === null || status_code === undefined || status_code === ''
    ? status
    : `${status}, ${status_code}`;

function setUp(webhook: Webhook, publicUrl: string): Finding[] {
  const wanted = webhookEndpoint(publicUrl);
  return [
    ...(webhook.status === 'active'
      ? []
      : [
          problem(
            `the webhook "${webhook.name}" is ${webhook.status}: the service is told of nothing`,
            `${APPLY} Or ${SCREENS.webhooks}: activate it.`,
          ),
        ]),
    ...(webhook.endpoint === wanted
      ? []
      : [
          problem(
            `the webhook calls ${webhook.endpoint}, and the service is at ${wanted}`,
            `Check PUBLIC_URL; where it is right: ${APPLY}`,
          ),
        ]),
  ];
}

function activity(invocations: readonly Invocation[], now: number): Finding[] {
  const newest = [...invocations].sort((a, b) => timeOf(b) - timeOf(a));
  const [last] = newest;
  if (!last)
    return [ok('not called in the last seven days: nothing has happened to a complaint, or it is new')];
  const failed = newest.filter(hasFailed);
  const broken = newest.filter((one) => isBroken(one) && now - timeOf(one) < LATELY_MS);
  const screen = `${SCREENS.webhooks}: open it, tab Activity, shows each call with its answer. What was lost the sweep finds.`;
  const share = `${failed.length} of the last ${newest.length} calls failed, the latest with: ${codeOf(failed[0] ?? last)}`;
  if (broken.length > 0)
    return [
      problem(
        `Zendesk's circuit breaker has stopped calls within the last hour (${broken.length}), because most of them fail. ${share}`,
        `Mend what the service's check says, then wait a few minutes. ${screen}`,
      ),
    ];
  if (hasFailed(last) && failed.length * 2 >= newest.length)
    return [problem(share, `See the check of the service, and of the signing secret. ${screen}`)];
  if (failed.length > 0) return [warning(share, screen)];
  return [ok(`the last ${newest.length} calls have succeeded`)];
}

async function recent({ rest }: DoctorContext, id: string): Promise<readonly Invocation[]> {
  const reply = await rest.get(`webhooks/${id}/invocations`, { 'page[size]': 100 });
  return parseReply(invocationsReply, reply, 'webhook invocations').invocations;
}

/** The webhook is on, calls the service's address, and its calls succeed. */
export const webhook: Check = {
  id: 'webhook',
  title: 'The webhook',
  run: async (context) => {
    const found = findMarked((await context.living.objects()).webhooks, 'webhook');
    if (!found) return [problem('the webhook that calls the service is missing', APPLY)];
    const invocations = await recent(context, found.id);
    return [...setUp(found, context.config.publicUrl), ...activity(invocations, context.now())];
  },
};
