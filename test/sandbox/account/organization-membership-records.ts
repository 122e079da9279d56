import type { Stamp } from './stamp.ts';

/** A user's place in an organisation; the default one is the user's `organization_id`. */
export interface OrganizationMembershipRecord {
  id: number;
  user_id: number;
  organization_id: number;
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}
