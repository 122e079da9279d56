import type { Zendesk } from '../../zendesk/index.ts';
import type { ZendeskPort, ZendeskRest } from '../../zendesk/port.ts';

/** The same, which asks nothing any more once the signal is aborted: each call rejects with the signal's reason. */
export function stoppableRest(rest: ZendeskRest, signal: AbortSignal): ZendeskRest {
  const check = async (): Promise<void> => signal.throwIfAborted();
  return {
    get: (path, query) => check().then(() => rest.get(path, query)),
    post: (path, body) => check().then(() => rest.post(path, body)),
    put: (path, body) => check().then(() => rest.put(path, body)),
    delete: (path) => check().then(() => rest.delete(path)),
    list: (path, key, options) => check().then(() => rest.list(path, key, options)),
  };
}

function stoppablePort(port: ZendeskPort, signal: AbortSignal): ZendeskPort {
  const check = async (): Promise<void> => signal.throwIfAborted();
  return {
    timeAtLeast: port.timeAtLeast,
    onUsers: port.onUsers,
    me: () => check().then(() => port.me()),
    ticket: (id) => check().then(() => port.ticket(id)),
    audits: (id) => check().then(() => port.audits(id)),
    user: (id) => check().then(() => port.user(id)),
    applyMacro: (ticketId, macroId) => check().then(() => port.applyMacro(ticketId, macroId)),
    updateTicket: (id, update) => check().then(() => port.updateTicket(id, update)),
  };
}

/** An account that is not asked any more once the signal is aborted. */
export const stoppable = (zendesk: Zendesk, signal: AbortSignal): Zendesk => ({
  ...zendesk,
  rest: stoppableRest(zendesk.rest, signal),
  port: stoppablePort(zendesk.port, signal),
});
