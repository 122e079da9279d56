import { findAllMarked } from '../account/find.ts';
import { findForm } from '../account/find-form.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { findSurvey } from '../compare/survey.ts';
import {
  FIELD_KEYS,
  FORM_KEYS,
  type Kind,
  MACRO_KEYS,
  RETIRED_MACRO_KEYS,
  TRIGGER_KEYS,
  VIEW_KEYS,
} from '../definition/keys.ts';
import { mark, type ObjectRef } from '../refs.ts';

export type MarkedKind = Exclude<Kind, 'text' | 'app' | 'ids' | 'group'>;

/** One marked object of the account. */
export interface Ours {
  readonly kind: MarkedKind;
  readonly key: string;
  readonly ref: ObjectRef;
  readonly id: number | string;
  readonly title: string;
  /** The description that carries the mark, and the name under which it is sent. */
  readonly description: string;
  readonly described: 'description' | 'agent_description';
  readonly active: boolean;
  /** Somebody made it out of ours, and the mark came along. */
  readonly copy: boolean;
}

interface Described {
  readonly id: number | string;
  readonly title: string;
  readonly description: string;
  readonly agent_description?: string;
  readonly active: boolean;
}

function marked<K extends string>(
  kind: MarkedKind,
  keys: readonly K[],
  { objects, refOf }: { objects: readonly Described[]; refOf: (key: K) => ObjectRef },
): Ours[] {
  return keys.flatMap((key) => {
    const ref = refOf(key);
    return findAllMarked(objects, ref).map((object, place): Ours => {
      const { id, title, active } = object;
      const described = object.description.includes(mark(ref)) ? 'description' : 'agent_description';
      const description = object[described] ?? '';
      return { kind, key, ref, id, title, description, described, active, copy: place > 0 };
    });
  });
}

/** An automation has no description: ours is known by the tag that it sets. */
function surveyIn(account: AccountSnapshot): Ours[] {
  const found = findSurvey(account);
  if (!found) return [];
  const { id, title, active } = found;
  const unmarked = { description: '', described: 'description', copy: false } as const;
  return [{ kind: 'automation', key: 'survey', ref: 'automation:survey', id, title, active, ...unmarked }];
}

/** All that carries a mark of ours, by kind in the order in which it can be taken out; copies included. */
export function markedIn(account: AccountSnapshot): Ours[] {
  const webhooks = account.webhooks.map(({ name, status, ...webhook }) => ({
    ...webhook,
    title: name,
    active: status === 'active',
  }));
  return [
    ...marked('trigger', TRIGGER_KEYS, { objects: account.triggers, refOf: (key) => `trigger:${key}` }),
    ...surveyIn(account),
    ...marked('webhook', ['webhook'], { objects: webhooks, refOf: () => 'webhook' }),
    ...marked('view', VIEW_KEYS, { objects: account.views, refOf: (key) => `view:${key}` }),
    ...marked('macro', [...MACRO_KEYS, ...RETIRED_MACRO_KEYS], {
      objects: account.macros,
      refOf: (key) => `macro:${key}`,
    }),
    ...FORM_KEYS.flatMap((key): Ours[] => {
      const form = findForm(account, key);
      if (!form) return [];
      const { id, name: title, active } = form;
      return [
        {
          kind: 'form',
          key,
          ref: `form:${key}`,
          id,
          title,
          description: '',
          described: 'description',
          active,
          copy: false,
        },
      ];
    }),
    ...marked('field', FIELD_KEYS, { objects: account.fields, refOf: (key) => `field:${key}` }),
  ];
}
