import { findMarked } from '../account/find.ts';
import { marked } from '../account/remembered.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { FieldId } from '../definition/rules.ts';
import { VIEWS, type ViewDefinition } from '../definition/views.ts';
import type { ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, type ObjectRef } from '../refs.ts';
import { conditionDifferences, conditionsBody } from './conditions.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
} from './entry.ts';
import { compareTitle, titleBody, titleOf } from './title.ts';

function compareView(
  definition: ViewDefinition,
  account: AccountSnapshot,
  settings: ProvisionSettings,
): Compared {
  const ref: ObjectRef = `view:${definition.key}`;
  const found = findMarked(account.views, ref);
  const title = compareTitle(
    { key: `view_${definition.key}`, titles: definition.title },
    found && titleOf(found),
    { account, settings, forced: isForced(settings, ref) },
  );
  const description = marked(found?.description ?? definition.description, ref);
  const writes = (ids: Ids): Write[] => {
    const common = {
      ...{ ...titleBody(title.entered(ids)), description, active: true },
      ...conditionsBody(definition.conditions),
    };
    if (found)
      return [{ method: 'put', path: `views/${found.id}`, body: { view: common }, envelope: 'view' }];
    const fieldId: FieldId = (key) => idOrStandIn(ids, `field:${key}`);
    const body = { view: { ...common, output: definition.layout(fieldId) } };
    const otherwise = { view: { ...common, output: definition.plainLayout(fieldId) } };
    return [{ method: 'post', path: 'views', body, envelope: 'view', otherwise }];
  };
  return compared({
    ref,
    title: definition.title[settings.language],
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...conditionDifferences(found.conditions, definition.conditions),
          ...title.differences,
          ...difference('description', found.description, description),
        ]
      : [],
    foreign: foreignNamesakes(
      ref,
      definition.title,
      account.views.filter((view) => view !== found),
    ),
    writes,
  });
}

/** Title, columns, grouping and sorting belong to the team leads once the view exists. */
export function compareViews(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  return VIEWS.map((definition) => compareView(definition, account, settings));
}
