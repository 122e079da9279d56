import type { FindingStatus } from '../../../../../server/provision/doctor/types.ts';
import type { Installation } from './installation.ts';

export type Undo = () => Promise<unknown> | unknown;

/** Something that is wrong with an installation, and what the doctor says of it. */
export interface Fault {
  readonly what: string;
  readonly check: string;
  readonly plant: (installation: Installation) => Promise<Undo | undefined>;
  /** Settings of the doctor alone. */
  readonly settings?: (installation: Installation) => Readonly<Record<string, string>>;
  readonly status: FindingStatus;
  readonly seen: RegExp;
  readonly fix: RegExp;
}
