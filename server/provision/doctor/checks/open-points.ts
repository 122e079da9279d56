import { z } from 'zod';
import { isZendeskError } from '../../../zendesk/errors.ts';
import { findMarked } from '../../account/find.ts';
import { parseReply } from '../../account/parse.ts';
import { notCheckable, ok } from '../findings.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const ticketReply = z.object({
  ticket: z.object({ tags: z.array(z.string()), priority: z.string().nullish(), updated_at: z.string() }),
});
const viewReply = z.object({
  view: z.object({ execution: z.object({ sort_by: z.union([z.string(), z.number()]).nullish() }).nullish() }),
});

const ADDED = 'complaint_clock_doctor_added';
const LONG_AGO = '2020-01-01T00:00:00Z';

async function change({ rest, ticket }: DoctorContext, body: Record<string, unknown>) {
  const reply = await rest.put(`tickets/${await ticket.id()}`, { ticket: body });
  return parseReply(ticketReply, reply, 'tickets').ticket;
}

async function tagsOfOneTicket(context: DoctorContext): Promise<Finding> {
  const { tags } = await change(context, { additional_tags: [ADDED] });
  return ok(
    `additional_tags on a PUT of one ticket ${tags.includes(ADDED) ? 'add tags' : 'are ignored'} (nothing depends on it: all tags are sent)`,
  );
}

/** The reply's own name of the error, which holds no text of a ticket. */
function errorName(body: unknown): string {
  const read = z.object({ error: z.string() }).safeParse(body);
  return read.success ? `"${read.data.error}"` : 'a body of another shape';
}

async function conflict(context: DoctorContext): Promise<Finding> {
  try {
    await change(context, { priority: 'low', safe_update: true, updated_stamp: LONG_AGO });
  } catch (error) {
    if (!isZendeskError(error, 'conflict')) throw error;
    return ok(`safe_update refuses what was changed meanwhile with 409 and ${errorName(error.body)}`);
  }
  return {
    status: 'problem',
    seen: 'safe_update with an old updated_stamp went through: a change by a person at the same time may be written over',
    fix: 'Ask Zendesk support whether safe_update is available to this account.',
  };
}

async function safeUpdateFalse(context: DoctorContext): Promise<Finding> {
  const acts = await change(context, { priority: 'low', safe_update: false, updated_stamp: LONG_AGO }).then(
    () => 'turns it off',
    (error: unknown) => {
      if (!isZendeskError(error, 'conflict')) throw error;
      return 'acts like true';
    },
  );
  return ok(`safe_update: false ${acts} (nothing depends on it: it is left out)`);
}

async function readsBack(context: DoctorContext): Promise<Finding> {
  const { rest, ticket } = context;
  await change(context, { priority: 'high' });
  const read = parseReply(ticketReply, await rest.get(`tickets/${await ticket.id()}`), 'tickets').ticket;
  const seen = read.priority === 'high' ? 'is read back at once' : 'is read back late';
  return ok(`a change ${seen} (either is coped with)`);
}

async function auditScope({ withScope, ticket }: DoctorContext): Promise<Finding> {
  const id = await ticket.id();
  const reached = await withScope('tickets:read')
    .rest.get(`tickets/${id}/audits`)
    .then(
      () => 'reaches',
      (error: unknown) => {
        if (!isZendeskError(error, 'forbidden', 'not_found')) throw error;
        return 'does not reach';
      },
    );
  return ok(`the scope tickets:read ${reached} the audits of a ticket (the service asks for read)`);
}

async function sortedView({ rest, living }: DoctorContext): Promise<Finding> {
  const view = findMarked((await living.objects()).views, 'view:today');
  if (!view) return notCheckable('whether a view is sorted by a custom field: the view is missing');
  const reply = parseReply(viewReply, await rest.get(`views/${view.id}`), 'views').view;
  const by = String(reply.execution?.sort_by ?? '');
  return ok(
    /\d/u.test(by)
      ? `the view "${view.title}" is sorted by a custom field`
      : `the view "${view.title}" is sorted by ${by || 'nothing'}: sorting by a custom field was refused, or was changed by hand`,
  );
}

type Question = (context: DoctorContext) => Promise<Finding>;

/** One question without an answer must not hide the others'. */
async function answerTo(ask: Question, context: DoctorContext): Promise<Finding> {
  try {
    return await ask(context);
  } catch (error) {
    if (!isZendeskError(error)) throw error;
    return notCheckable(`one of these was not answered: ${error.message}`);
  }
}

const QUESTIONS: readonly Question[] = [
  tagsOfOneTicket,
  conflict,
  safeUpdateFalse,
  readsBack,
  auditScope,
  sortedView,
];

const UNASKED = [
  'whether a webhook that was answered 5xx is called again, and with which invocation id: the service would have to fail on purpose (npm run contract:live asks it)',
  'whether replies in messaging are comments, and whether those by API reach the chat: needs a conversation held by a person; nothing is sent there by itself',
];

/** What Zendesk's documentation leaves open, as this account shows it. The product is right either way. */
export const openPoints: Check = {
  id: 'open-points',
  title: 'What the documentation leaves open, as this account shows it',
  run: async (context) => {
    const found: Finding[] = [];
    for (const ask of QUESTIONS) found.push(await answerTo(ask, context));
    return [...found, ...UNASKED.map((what) => notCheckable(what))];
  },
};
