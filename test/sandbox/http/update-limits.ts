import type { ApiDeps } from './api-deps.ts';
import { ENDPOINT_BUDGETS, endpointHeader, isHighVolume, tooManyRequests } from './rate-limits.ts';
import type { Call } from './route.ts';

/** Counts an update of a ticket. @throws Fault 429 when this user updates it, or tokens update any, too often */
export function spendUpdate(deps: ApiDeps, call: Call, ticketId: number): void {
  const { limiter, account } = deps;
  const own = limiter.spend(`ticket ${ticketId} by ${call.user.id}`, ENDPOINT_BUDGETS.ticketUpdate);
  call.setHeaders(endpointHeader('tickets-update', own));
  if (own.over) throw tooManyRequests(own);
  if (call.identity.kind !== 'token') return;
  const budget = isHighVolume(account.settings.plan)
    ? ENDPOINT_BUDGETS.ticketUpdatesHighVolume
    : ENDPOINT_BUDGETS.ticketUpdates;
  const all = limiter.spend('ticket updates', budget);
  if (all.over) throw tooManyRequests(all);
}
