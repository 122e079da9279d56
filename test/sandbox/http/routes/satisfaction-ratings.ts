import type { RatingRecord } from '../../account/records.ts';
import { blank, forbidden, recordInvalid } from '../../fault.ts';
import { idOf, textOf } from '../../json.ts';
import { presentRating } from '../../present/rating.ts';
import { addRating } from '../../ratings/add-rating.ts';
import { ratingOf } from '../../ratings/rating-of.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'satisfaction_ratings', role: 'admin' };

/** `/satisfaction_ratings`, and giving one as the requester. */
export function ratingRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const asked = (call: Call) => [...account.ratings.values()].filter((rating) => isAsked(rating, call));
  route('get', '/satisfaction_ratings', RULE, (call) =>
    ok(
      paged(call, 'satisfaction_ratings', asked(call), {
        account,
        present: (rating) => presentRating(account, rating),
      }),
    ),
  );
  route('get', '/satisfaction_ratings/count', RULE, (call) =>
    ok({ count: { value: asked(call).length, refreshed_at: account.stamp() } }),
  );
  route('get', '/satisfaction_ratings/:id', RULE, (call) =>
    ok({ satisfaction_rating: presentRating(account, found(account.ratings.get(call.id('id')))) }),
  );
  route(
    'post',
    '/tickets/:id/satisfaction_rating',
    { scope: 'satisfaction_ratings', role: 'end-user' },
    (call) => rate(deps, call),
  );
}

/** Only the requester rates, once the ticket is or was solved, and only good or bad. @throws Fault 403, 422 */
function rate(deps: ApiDeps, call: Call) {
  const { account } = deps;
  const ticket = liveTicket(account, call.id('id'));
  if (call.user.role !== 'end-user' || call.user.id !== ticket.requester_id || !call.user.verified)
    throw forbidden();
  const body = bodyOf(call, 'satisfaction_rating');
  const score = textOf(body.score);
  if (score === undefined) throw blank('score', 'Score');
  if (score !== 'good' && score !== 'bad')
    throw recordInvalid({ score: [{ description: `Score: ${score} is not valid`, error: 'InvalidValue' }] });
  if (ticket.status_at.solved === undefined)
    throw recordInvalid({
      base: [{ description: 'Ticket: can only be rated once it has been solved', error: 'InvalidValue' }],
    });
  const before = ratingOf(account, ticket.id);
  const rating = addRating(account, ticket, {
    score,
    comment: textOf(body.comment) ?? before?.comment,
    reason: textOf(body.reason),
    reasonCode: idOf(body.reason_code),
  });
  account.bus.emit({ event: 'ticket', data: { id: ticket.id } });
  return ok({ satisfaction_rating: presentRating(account, rating) });
}

/** The filters of the list: a score, with or without a comment, and times in epoch seconds. */
function isAsked(rating: RatingRecord, { query }: Call): boolean {
  const at = Date.parse(rating.created_at) / 1000;
  if (query.start_time !== undefined && at < Number(query.start_time)) return false;
  if (query.end_time !== undefined && at > Number(query.end_time)) return false;
  const asked = query.score;
  if (asked === undefined) return true;
  const match = /^(offered|unoffered|received|good|bad)(?:_(with|without)_comment)?$/.exec(asked);
  if (!match) return false;
  const [, score, comment] = match;
  const fits = score === 'received' ? rating.score !== 'offered' : rating.score === score;
  return fits && (comment === undefined || (comment === 'with') === Boolean(rating.comment));
}
