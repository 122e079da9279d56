import { wordsOf } from '../../json.ts';
import { normalTags } from '../../tickets/tag-fields.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { type Call, created, ok, type Reply, type Route } from '../route.ts';

/** `/users/{id}/tags`: POST sets, PUT adds, DELETE removes. New tickets of the user take these tags over. */
export function userTagRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const path = '/users/:id/tags';
  const rule = { scope: 'users' };
  const user = (call: Call) => found(account.users.get(call.id('id')));
  const save = (call: Call, make: (own: string[], sent: string[]) => string[]) => {
    const known = user(call);
    const tags = normalTags(make(known.tags, normalTags(wordsOf(call.body.tags))));
    account.users.set(known.id, { ...known, tags, updated_at: account.stamp() });
    return { tags };
  };
  route('get', path, rule, (call): Reply => ok({ tags: user(call).tags }));
  route('post', path, rule, (call) => created(save(call, (_own, sent) => sent)));
  route('put', path, rule, (call) => ok(save(call, (own, sent) => [...own, ...sent])));
  route('delete', path, rule, (call) =>
    ok(save(call, (own, sent) => own.filter((tag) => !sent.includes(tag)))),
  );
}
