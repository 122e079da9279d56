export { applyPlan, ProvisionBlocked } from './apply.ts';
export type { FieldKey, MacroKey, TextKey, ViewKey } from './definition/keys.ts';
export { type Language, languageOf } from './definition/language.ts';
export { PLACE_TO_FILL } from './definition/places.ts';
export { type Promises, promisesOf } from './definition/promises.ts';
export {
  type AccountObjects,
  type DiscoverOptions,
  type Discovery,
  discoverAccount,
  type MissingObject,
} from './discover.ts';
export { planAccount } from './plan.ts';
export type { Plan, PlannedObject, ProvisionSettings } from './plan-types.ts';
export { provision } from './provision.ts';
export { carryOut } from './remove/carry-out.ts';
export { planRemoval } from './remove/plan-removal.ts';
