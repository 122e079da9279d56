import { isAgent } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { badRequest, recordNotFound } from '../fault.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { suspendMail } from '../suspended/suspend-mail.ts';
import { findOrCreateUser } from '../users/find-or-create.ts';
import { emptyChange } from './change.ts';
import { createTicket } from './create.ts';
import { updateTicket } from './save.ts';
import { channelVia } from './via.ts';

/** A mail that arrives at the support address. */
export interface InboundMail {
  from: string;
  /** Display name, for senders the account does not know yet. */
  name?: string | undefined;
  subject: string;
  body: string;
  /** The ticket it answers; absent for a new request. */
  ticketId?: number | undefined;
}

/**
 * Takes a mail in: a new ticket, a comment on the one it answers, or a follow-up where that one is closed.
 * Mail of suspended senders goes to the suspended tickets, and whoever sent it here is told so.
 * @throws Fault
 */
export function receiveMail(deps: TicketDeps, mail: InboundMail): TicketRecord {
  if (!mail.from.includes('@')) throw badRequest('from must be a mail address');
  const user = findOrCreateUser(deps.account, { email: mail.from, name: mail.name });
  if (user.suspended) {
    const from = { name: user.name, email: mail.from };
    const kept = { from, subject: mail.subject, content: mail.body, ticket_id: mail.ticketId };
    suspendMail(deps.account, { ...kept, cause: 'User is suspended' });
    throw badRequest(`${mail.from} is suspended: the mail went to the suspended tickets`);
  }
  const via = channelVia('email', { account: deps.account, requester: user });
  const comment = { body: mail.body, public: true, authorId: user.id, uploads: [] };
  const known = mail.ticketId === undefined ? undefined : deps.account.tickets.get(mail.ticketId);
  if (mail.ticketId !== undefined && (!known || known.deleted)) throw recordNotFound();
  if (known && known.status !== 'closed') {
    return updateTicket(deps, known.id, { ...emptyChange(), comment }, { user, via }).ticket;
  }
  const attributes = mail.subject === '' ? {} : { subject: mail.subject };
  const recipient = `support@${deps.account.settings.subdomain}.zendesk.com`;
  return createTicket(
    deps,
    { change: { ...emptyChange(), attributes, comment }, requester: user, recipient, followUpOf: known },
    { user, via },
  ).ticket;
}

/** A call that an agent took, or that the phone system put down by itself. */
export interface InboundCall {
  userId: number;
  summary: string;
  /** Who answered; the first agent if nobody is named. */
  agentId?: number | undefined;
}

/** Takes a call in as a ticket of the `voice` channel; the call's summary is an internal first comment. @throws Fault */
export function receiveCall(deps: TicketDeps, call: InboundCall): TicketRecord {
  const { account } = deps;
  const requester = account.users.get(call.userId);
  if (!requester) throw badRequest('user_id must be a user of this account');
  const agent = agentFor(deps, call.agentId);
  const via = channelVia('voice', { account, requester });
  const subject = `Phone call with ${requester.name}`;
  const comment = {
    body: call.summary === '' ? subject : call.summary,
    public: false,
    authorId: agent.id,
    uploads: [],
  };
  return createTicket(
    deps,
    { change: { ...emptyChange(), attributes: { subject }, comment }, requester, submitterId: agent.id },
    { user: agent, via },
  ).ticket;
}

function agentFor(deps: TicketDeps, id: number | undefined): UserRecord {
  const users = [...deps.account.users.values()];
  const agent =
    users.find((user) => (id === undefined ? user.role === 'agent' : user.id === id)) ?? users.find(isAgent);
  if (!agent || !isAgent(agent)) throw badRequest('agent_id must be an agent of this account');
  return agent;
}
