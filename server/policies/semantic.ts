import type { Policy } from '../../domain/policy.ts';
import { unknownRegion } from './calendars.ts';

/** What the schema can't see: the parts are right, but don't go together or mean nothing. */
export interface SemanticFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function regionFaults({ regions }: Policy, isKnown: (region: string) => string | undefined): SemanticFault[] {
  return regions.flatMap((region, index) => {
    const path = ['regions', index];
    if (regions.indexOf(region) < index)
      return [{ path, message: `"${region}" is there twice: take one out` }];
    const message = isKnown(region);
    return message === undefined ? [] : [{ path, message }];
  });
}

function regimeFaults({ regimes }: Policy): SemanticFault[] {
  return regimes.flatMap(({ hardCap, inForce, duties }, regime) => {
    const { from, until } = inForce;
    const backwards =
      from !== undefined && until !== undefined && from > until
        ? [
            {
              path: ['regimes', regime, 'inForce'],
              message: '"from" lies after "until": put the earlier first',
            },
          ]
        : [];
    const extended = duties.flatMap(({ extension }, duty) =>
      hardCap && extension
        ? [
            {
              path: ['regimes', regime, 'duties', duty, 'extension'],
              message: 'nothing extends a hard cap: take "extension" out',
            },
          ]
        : [],
    );
    return [...backwards, ...extended];
  });
}

/** Every fault of a policy that needs the calendar, or a look at several of its parts. */
export function semanticFaults(policy: Policy): SemanticFault[] {
  return [...regionFaults(policy, (region) => unknownRegion(policy, region)), ...regimeFaults(policy)];
}
