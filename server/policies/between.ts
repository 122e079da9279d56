import type { Policy } from '../../domain/policy.ts';
import type { SemanticFault } from './semantic.ts';

/** A policy that was read before, and what it is called. */
export interface Named {
  readonly path: string;
  readonly policy: Policy;
}

function versionFaults({ policy }: Named, before: readonly Named[]): SemanticFault[] {
  return before.flatMap(({ path, policy: other }) => {
    if (other.id !== policy.id) return [];
    const begins = other.effectiveFrom === policy.effectiveFrom;
    const called = other.version === policy.version;
    return [
      ...(begins
        ? [
            {
              path: ['effectiveFrom'],
              message: `${path} has a version of "${policy.id}" from the same day: let one begin later`,
            },
          ]
        : []),
      ...(called
        ? [
            {
              path: ['version'],
              message: `${path} has a version "${policy.version}" of "${policy.id}" too: give each a name of its own`,
            },
          ]
        : []),
    ];
  });
}

function ticketFaults({ policy }: Named, before: readonly Named[]): SemanticFault[] {
  return (['brands', 'forms'] as const).flatMap((kind) =>
    policy.appliesTo[kind].flatMap((id, index): SemanticFault[] => {
      const other = before.find(
        (one) => one.policy.id !== policy.id && one.policy.appliesTo[kind].includes(id),
      );
      if (!other) return [];
      const what = kind === 'brands' ? 'brand' : 'form';
      const message = `${other.path} is for the ${what} ${id} too: take it out of one of them`;
      return [{ path: ['appliesTo', kind, index], message }];
    }),
  );
}

const isForAll = ({ appliesTo }: Policy): boolean => appliesTo.brands.length + appliesTo.forms.length === 0;

/** Faults of a policy beside those that were read before it: versions from the same day, a brand that two are for. */
export function faultsBeside(one: Named, before: readonly Named[]): SemanticFault[] {
  return [...versionFaults(one, before), ...ticketFaults(one, before)];
}

/** Two policies that are both for whatever no other is for: nobody could say which of them holds. */
export function rivalFaults(one: Named, before: readonly Named[]): SemanticFault[] {
  if (!isForAll(one.policy)) return [];
  const rival = before.find(({ policy }) => policy.id !== one.policy.id && isForAll(policy));
  const message = `this policy and ${rival?.path} are both for all tickets: name the brands or forms of one under "appliesTo"`;
  return rival ? [{ path: ['id'], message }] : [];
}
