import { findMarked } from '../account/find.ts';
import { type RememberedIds, rememberedIds, withIds } from '../account/remembered.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELD_KEYS, FORM_KEYS, MACRO_KEYS, TRIGGER_KEYS, VIEW_KEYS } from '../definition/keys.ts';
import type { Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, type ObjectRef } from '../refs.ts';
import { type Compared, compared } from './entry.ts';

function wantedRefs({ lacks }: AccountSnapshot): ObjectRef[] {
  const all: ObjectRef[] = [
    ...FIELD_KEYS.map((key): ObjectRef => `field:${key}`),
    ...FORM_KEYS.map((key): ObjectRef => `form:${key}`),
    ...MACRO_KEYS.map((key): ObjectRef => `macro:${key}`),
    'webhook',
    ...TRIGGER_KEYS.map((key): ObjectRef => `trigger:${key}`),
    ...VIEW_KEYS.map((key): ObjectRef => `view:${key}`),
  ];
  return all.filter((ref) => !lacks.forms || !(ref.startsWith('form:') || ref === 'trigger:form'));
}

const idsOf = (refs: readonly ObjectRef[], ids: Ids): RememberedIds =>
  new Map(
    refs.flatMap((ref) => {
      const id = ids.get(ref);
      return id === undefined ? [] : [[ref, id] as const];
    }),
  );

/** The ids of all of ours, written down when all are made. */
export function compareRemembered(account: AccountSnapshot, ids: Ids): Compared {
  const refs = wantedRefs(account);
  const remembered = rememberedIds(account.fields);
  const changed = refs.filter((ref) => !ids.has(ref) || ids.get(ref) !== remembered.get(ref));
  const record = findMarked(account.fields, 'field:record');
  const write = (known: Ids): Write => {
    const description = record?.agent_description ?? '';
    const body = (kept: readonly ObjectRef[]) => ({
      ticket_field: { agent_description: withIds(description, idsOf(kept, known)) },
    });
    return {
      method: 'put',
      path: `ticket_fields/${idOrStandIn(known, 'field:record')}`,
      envelope: 'ticket_field',
      body: body(refs),
      // How long a description may be is not documented; only forms can't do without.
      otherwise: body(refs.filter((ref) => ref.startsWith('form:'))),
    };
  };
  return compared({
    ref: 'ids',
    title: 'ids of all of these, in the description of the clock record',
    found: record && remembered.size > 0 ? { id: record.id, title: 'ids of all of these' } : undefined,
    differences: remembered.size > 0 ? changed.map((what) => ({ what, from: null, to: 'its id' })) : [],
    writes: (known) => [write(known)],
  });
}
