import type { Company } from '../../domain/company.ts';
import type { Kind } from './definition/keys.ts';
import type { Language } from './definition/language.ts';
import type { Promises } from './definition/promises.ts';
import type { Ids, ObjectRef } from './refs.ts';

/** What provisioning is told about the installation. */
export interface ProvisionSettings {
  /** Where Zendesk reaches the service. */
  readonly publicUrl: string;
  readonly company: Company;
  /** The policy's promises, which the letters repeat. */
  readonly promises: Promises;
  /** The service's own user, whose updates must not wake the service. */
  readonly serviceUserId: number;
  /** The language of titles and option names at creation: the account's. */
  readonly language: Language;
  /** Put our letters back, also where an administrator has edited them. */
  readonly resetTexts?: boolean;
  /** Objects whose words are put back though they were edited, such as `text:acknowledgement`. */
  readonly force?: readonly string[];
  /** Groups of team leads, by name or id; none where left out. */
  readonly leadGroups?: readonly string[];
  /** What the app's tokens are signed with. A secret: never shown. */
  readonly appSecret?: string | undefined;
}

/**
 * `foreign`: not ours though it looks like it; never touched. `blocked`: ours can't be made right by the API; apply
 * refuses until a person has.
 */
export type ObjectStatus = 'create' | 'change' | 'unchanged' | 'foreign' | 'blocked';

/** `from` is null where there is nothing yet. */
export interface Difference {
  readonly what: string;
  readonly from: string | null;
  readonly to: string;
}

/** One object in the plan, for people and for JSON. */
export interface PlannedObject {
  readonly kind: Kind;
  readonly key: string;
  readonly title: string;
  readonly status: ObjectStatus;
  readonly id?: number | string;
  readonly differences: readonly Difference[];
  /** What was found and left alone, or why it is blocked. */
  readonly notes: readonly string[];
}

/** One call that a plan makes. */
export type Write =
  | {
      readonly method: 'post' | 'put';
      readonly path: string;
      readonly body: unknown;
      /** The name under which the reply holds the object. */
      readonly envelope: string;
      /** Tried where Zendesk finds the body invalid. */
      readonly otherwise?: unknown;
    }
  | { readonly method: 'delete'; readonly path: string };

/**
 * An object with what has to be written for it; `writes` is asked when the ids of all it needs are known. It may give
 * one call after the other, and then finds the object's own new id in `ids` after the first.
 */
export interface PlanStep {
  readonly ref: ObjectRef;
  readonly object: PlannedObject;
  readonly writes: (ids: Ids) => Iterable<Write>;
}

export interface Plan {
  /** Ours in dependency order, each followed by the foreign ones that look like it. */
  readonly objects: readonly PlannedObject[];
  readonly steps: readonly PlanStep[];
  /** Of our objects that are in the account already. */
  readonly ids: Ids;
  /** API calls that applying it takes. */
  readonly calls: number;
  /** What a person should know of this account: what Zendesk's plan leaves out and what is done instead. */
  readonly advice: readonly string[];
}
