import { createWaits } from '../waits.ts';
import { isZendeskError, ZendeskError } from './errors.ts';
import { createFiles, type ZendeskFiles } from './files.ts';
import type { Limiter } from './limiter.ts';
import { parseAudit, parseMacroResult, parseSideloads, parseTicket, parseUser } from './parse.ts';
import type { Ticket, ZendeskPort, ZendeskRest, ZendeskUser } from './port.ts';
import { type Client, createClient, createRest } from './rest.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export { inBackground } from './background.ts';
export type { OpenFile, ZendeskFiles } from './files.ts';
export type { Limiter, LimiterState, LimiterWait } from './limiter.ts';
export type { ZendeskCall } from './sender.ts';
export type { TransportOptions as ZendeskOptions } from './transport.ts';

export interface Zendesk {
  readonly port: ZendeskPort;
  readonly rest: ZendeskRest;
  /** Attachments, and texts that are no JSON. */
  readonly files: ZendeskFiles;
  /** How much of the account's rate limit is used, and by how many processes it is shared. */
  readonly limiter: Limiter;
  /**
   * Since when the account has refused the service's credentials, in epoch milliseconds of real time; undefined where
   * it doesn't. Nothing works then, for any ticket, until a person mends the OAuth client.
   */
  refusedSince(): number | undefined;
  /** The scopes that the service's token was given; undefined before the first call, or where the account didn't say. */
  grantedScopes(): readonly string[] | undefined;
}

function unwrap(reply: unknown, key: string): unknown {
  return typeof reply === 'object' && reply !== null && key in reply
    ? Object.entries(reply).find(([name]) => name === key)?.[1]
    : undefined;
}

/** A success without a ticket that can be read: the update has probably happened, but only the ticket can tell. */
function updatedTicket(reply: unknown): Ticket {
  try {
    return parseTicket(reply);
  } catch (error) {
    if (!isZendeskError(error)) throw error;
    throw new ZendeskError(error.message, { code: error.code, effect: 'unknown' });
  }
}

/** Asked for with tickets and audits, so that who they are of costs no call. */
const WITH_USERS = { include: 'users' } as const;

function createPort(client: Client, rest: ZendeskRest, timeAtLeast: ZendeskPort['timeAtLeast']): ZendeskPort {
  const listeners: ((users: readonly ZendeskUser[]) => void)[] = [];
  const tellUsers = (reply: unknown): void => {
    const users = parseSideloads(unwrap(reply, 'users'));
    if (users.length > 0) for (const listener of listeners) listener(users);
  };
  return {
    timeAtLeast,
    onUsers: (listener) => void listeners.push(listener),
    me: async () => {
      const { result }: { result: unknown } = await client.users.me();
      // With no credentials Zendesk answers 200 and a user without an id.
      if (unwrap(result, 'id') === null) {
        throw new ZendeskError('Zendesk takes the service for its anonymous user', {
          code: 'unauthorized',
          effect: 'none',
        });
      }
      return parseUser(result);
    },
    ticket: async (id) => {
      const reply = await rest.get(`tickets/${id}`, WITH_USERS);
      tellUsers(reply);
      return parseTicket(unwrap(reply, 'ticket'));
    },
    audits: async (ticketId) => {
      const options = { query: WITH_USERS, onPage: tellUsers };
      const audits = (await rest.list(`tickets/${ticketId}/audits`, 'audits', options)).map(parseAudit);
      return audits.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    },
    user: async (id) => parseUser((await client.users.show(id)).result),
    applyMacro: async (ticketId, macroId) =>
      parseMacroResult((await client.macros.applyTicket(ticketId, macroId)).result),
    // Not the library's update(): its types refuse what Zendesk documents.
    updateTicket: async (id, update) =>
      updatedTicket(unwrap(await rest.put(`tickets/${id}`, { ticket: update }), 'ticket')),
  };
}

/**
 * One Zendesk account, with OAuth client credentials. Sends nothing until it is asked. Everything it gives rejects
 * with ZendeskError only.
 */
export function createZendesk(options: TransportOptions): Zendesk {
  const endpointUri = `${options.baseUrl}/api/v2`;
  const transport = createTransport(options);
  const { send, limiter, refusedSince, grantedScopes } = transport;
  const rest = createRest(endpointUri, createClient(endpointUri, send));
  return {
    port: createPort(createClient(endpointUri, send), rest, transport.timeAtLeast),
    rest,
    files: createFiles({
      baseUrl: options.baseUrl,
      token: transport.token,
      waits: options.waits ?? createWaits(),
    }),
    limiter,
    refusedSince,
    grantedScopes,
  };
}
