import { badRequest, Fault } from '../fault.ts';
import { offsetSize, pageNumber, wantsCursor } from './paging.ts';
import type { Call } from './route.ts';

/** Plain search ends here; what lies deeper needs the export. */
const DEEPEST = 1_000;

/**
 * Refuses the pages that search does not have.
 * @param endpoint as the refusal names it: `search`
 * @throws Fault 400 for cursor paging, 422 beyond a thousand results
 */
export function searchPage(call: Call, endpoint: string): void {
  if (wantsCursor(call)) {
    throw badRequest(
      `You passed an invalid value for the page attribute. Invalid parameter: page must be an integer from api/v2/${endpoint}`,
    );
  }
  if (pageNumber(call) * offsetSize(call.query.per_page) <= DEEPEST) return;
  throw new Fault(422, {
    error: 'invalid',
    description: 'Invalid search: Requested response size was greater than Search Response Limits',
  });
}
