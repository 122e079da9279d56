import { z } from 'zod';
import { COMPLAINT_TAG } from '../../../../domain/terms.ts';
import { parseReply } from '../../account/parse.ts';
import { ok, problem, warning } from '../findings.ts';
import { SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const userReply = z.object({ user: z.object({ last_login_at: z.string().nullish() }) });
const searchReply = z.object({ results: z.array(z.object({ id: z.number() })) });

/** A sign-in before this is how the seat was set up. */
const LATELY_MS = 30 * 86_400_000;
/** Complaints whose history is read for it: a call each. */
const HISTORIES = 5;

const OWN_SEAT =
  'give people seats of their own: what is done in this one looks like the service’s own work, and the trigger does not tell the service of it.';

/** Zendesk tells of sign-ins and of calls with a password or API token, not of calls with an OAuth token. */
async function signIns({ rest, now }: DoctorContext, seat: number): Promise<Finding[]> {
  const { user } = parseReply(userReply, await rest.get(`users/${seat}`), 'users');
  const at = Date.parse(user.last_login_at ?? '');
  if (Number.isNaN(at) || now() - at > LATELY_MS) return [];
  return [
    warning(
      `somebody signed in to the service's seat at ${new Date(at).toISOString()}`,
      `Where that was to set the seat up, nothing. Otherwise: ${OWN_SEAT} ${SCREENS.members}: see who knows its password, and reset it.`,
    ),
  ];
}

/** Updates that the seat made in a browser, in the complaints that changed last. */
async function byHand({ rest, provisioning }: DoctorContext, seat: number): Promise<Finding[]> {
  const query = { query: `type:ticket tags:${COMPLAINT_TAG}`, sort_by: 'updated_at', sort_order: 'desc' };
  const reply = await rest.get('search', { ...query, per_page: HISTORIES });
  const { results } = parseReply(searchReply, reply, 'search results');
  const touched: number[] = [];
  for (const { id } of results.slice(0, HISTORIES)) {
    const audits = await provisioning.port.audits(id);
    if (audits.some(({ authorId, via }) => authorId === seat && via.channel === 'web')) touched.push(id);
  }
  if (touched.length === 0) return [];
  return [
    warning(
      `somebody has worked in the agent workspace with the service's seat: ${touched.map((id) => `#${id}`).join(', ')}`,
      `${SCREENS.members}: ${OWN_SEAT}`,
    ),
  ];
}

/** The seat is active, and nobody but the service works with it. */
export const seat: Check = {
  id: 'seat',
  title: "The service's seat",
  run: async (context) => {
    const me = await context.service.port.me();
    const who = `user ${me.id}, ${me.role === 'admin' ? 'an administrator' : 'an agent'}`;
    if (me.role === 'end-user' || me.suspended || !me.active)
      return [
        problem(
          `the token of the service belongs to user ${me.id}, who ${me.role === 'end-user' ? 'is an end user' : 'is suspended or no longer active'}`,
          `${SCREENS.members}: make the seat of the service active, with the role Agent or Administrator.`,
        ),
      ];
    return [
      ok(`the token of the service belongs to ${who}: compare with the seat that you expect`),
      ...(await signIns(context, me.id)),
      ...(await byHand(context, me.id)),
    ];
  },
};
