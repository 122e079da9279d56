import { ZendeskError } from './errors.ts';
import { parseAudit, parseMacroResult, parseTicket, parseUser } from './parse.ts';
import type { ZendeskPort, ZendeskRest } from './port.ts';
import { type Client, createClient, createRest } from './rest.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export type { TransportOptions as ZendeskOptions, ZendeskCall } from './transport.ts';

export interface Zendesk {
  readonly port: ZendeskPort;
  readonly rest: ZendeskRest;
}

function unwrap(reply: unknown, key: string): unknown {
  return typeof reply === 'object' && reply !== null && key in reply
    ? Object.entries(reply).find(([name]) => name === key)?.[1]
    : undefined;
}

function createPort(client: Client, rest: ZendeskRest): ZendeskPort {
  return {
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
    ticket: async (id) => parseTicket((await client.tickets.show(id)).result),
    audits: async (ticketId) => {
      const audits = (await rest.list(`tickets/${ticketId}/audits`, 'audits')).map(parseAudit);
      return audits.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    },
    user: async (id) => parseUser((await client.users.show(id)).result),
    applyMacro: async (ticketId, macroId) =>
      parseMacroResult((await client.macros.applyTicket(ticketId, macroId)).result),
    // Not the library's update(): its types refuse what Zendesk documents.
    updateTicket: async (id, update) =>
      parseTicket(unwrap(await rest.put(`tickets/${id}`, { ticket: update }), 'ticket')),
  };
}

/**
 * One Zendesk account, with OAuth client credentials. Sends nothing until it is asked. Everything it gives rejects
 * with ZendeskError only.
 */
export function createZendesk(options: TransportOptions): Zendesk {
  const endpointUri = `${options.baseUrl}/api/v2`;
  const transport = createTransport(options);
  const rest = createRest(endpointUri, createClient(endpointUri, transport));
  return { port: createPort(createClient(endpointUri, transport), rest), rest };
}
