import { findMarked } from '../../account/find.ts';
import type { Trigger } from '../../account/schemas.ts';
import { listed, ok, problem, warning } from '../findings.ts';
import { asksForOurTags, isOurs, tagKind, tagsOf } from '../rules.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

const changesOurTags = (trigger: Trigger): boolean =>
  (['current_tags', 'remove_tags'] as const).some((field) =>
    tagsOf(trigger, field).some((tag) => tagKind(tag) !== undefined),
  );

const named = (triggers: readonly Trigger[]): string => listed(triggers.map(({ title }) => `"${title}"`));

/**
 * Zendesk goes through its triggers in order, and begins again where one has changed the ticket; whether one that has
 * fired already fires again isn't promised. Ours as the last sees what the others have done, either way.
 */
function order(look: Trigger, active: readonly Trigger[]): Finding[] {
  const place = active.indexOf(look);
  const others = active.filter(
    (trigger) => !isOurs(trigger) && (asksForOurTags(trigger) || changesOurTags(trigger)),
  );
  const before = others.filter((trigger) => active.indexOf(trigger) < place);
  const after = others.filter((trigger) => active.indexOf(trigger) > place);
  const tells = ok(
    `"${look.title}" is number ${place + 1} of ${active.length} active triggers` +
      (before.length > 0 ? `, after ${named(before)}, which have to do with complaints too` : ''),
  );
  const late = after.filter(changesOurTags);
  if (late.length === 0)
    return after.length > 0 ? [tells, ok(`after it fire on our tags: ${named(after)}`)] : [tells];
  return [
    tells,
    warning(
      `after it ${named(late)} ${late.length === 1 ? 'changes' : 'change'} tags of complaints: the service may be told before that`,
      `${SCREENS.triggers}: move "${look.title}" to the end of the list (Edit order); where there are categories, of the last one.`,
    ),
  ];
}

/** Our trigger is there and on, and comes after those of others that change tags of ours. */
export const triggerOrder: Check = {
  id: 'trigger-order',
  title: 'Order of the triggers',
  run: async ({ living }) => {
    const { triggers } = await living.objects();
    const look = findMarked(triggers, 'trigger:look');
    if (!look) return [problem('the trigger that tells the service of complaints is missing', APPLY)];
    if (!look.active)
      return [
        problem(
          `the trigger "${look.title}" is switched off: the service is told of nothing`,
          `${APPLY} Or ${SCREENS.triggers}: activate it.`,
        ),
      ];
    return order(
      look,
      triggers.filter(({ active }) => active),
    );
  },
};
