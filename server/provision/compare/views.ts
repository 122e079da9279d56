import { findMarked } from '../account/find.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { FieldId } from '../definition/rules.ts';
import { VIEWS, type ViewDefinition } from '../definition/views.ts';
import type { ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, mark, type ObjectRef } from '../refs.ts';
import { conditionDifferences, conditionsBody } from './conditions.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
} from './entry.ts';

function compareView(
  definition: ViewDefinition,
  account: AccountSnapshot,
  settings: ProvisionSettings,
): Compared {
  const ref: ObjectRef = `view:${definition.key}`;
  const found = findMarked(account.views, ref);
  const title = found && !isForced(settings, ref) ? found.title : definition.title[settings.language];
  const description = found?.description ?? `${definition.description} ${mark(ref)}`;
  const common = { title, description, active: true, ...conditionsBody(definition.conditions) };
  const writes = (ids: Ids): Write[] => {
    if (found)
      return [{ method: 'put', path: `views/${found.id}`, body: { view: common }, envelope: 'view' }];
    const fieldId: FieldId = (key) => idOrStandIn(ids, `field:${key}`);
    const body = { view: { ...common, output: definition.layout(fieldId) } };
    const otherwise = { view: { ...common, output: definition.plainLayout(fieldId) } };
    return [{ method: 'post', path: 'views', body, envelope: 'view', otherwise }];
  };
  return compared({
    ref,
    title,
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...conditionDifferences(found.conditions, definition.conditions),
          ...difference('title', found.title, title),
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
