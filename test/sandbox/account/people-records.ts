import type { Stamp } from './stamp.ts';

export type Role = 'admin' | 'agent' | 'end-user';

export interface UserRecord {
  id: number;
  name: string;
  email: string | null;
  role: Role;
  locale: string;
  /** IANA name. */
  time_zone: string;
  phone: string | null;
  details: string;
  notes: string;
  tags: string[];
  organization_id: number | null;
  default_group_id: number | null;
  /** The role of an agent where the account has roles of its own, light agents among them. */
  custom_role_id: number | null;
  external_id: string | null;
  suspended: boolean;
  active: boolean;
  verified: boolean;
  /** When they last signed in to the workspace; calls with OAuth tokens are no sign-ins. */
  last_login_at?: Stamp;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface GroupRecord {
  id: number;
  name: string;
  description: string;
  default: boolean;
  deleted: boolean;
  is_public: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface MembershipRecord {
  id: number;
  user_id: number;
  group_id: number;
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface OrganizationRecord {
  id: number;
  name: string;
  domain_names: string[];
  details: string | null;
  notes: string | null;
  tags: string[];
  group_id: number | null;
  external_id: string | null;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface BrandRecord {
  id: number;
  name: string;
  subdomain: string;
  active: boolean;
  /** The one of tickets that name none. */
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

/** A role that an account made for its agents. Absent permissions of `configuration` are granted. */
export interface CustomRoleRecord {
  id: number;
  name: string;
  description: string;
  /** 0 custom agent, 1 light agent, 2 chat agent, 3 contributor, 4 admin, 5 billing admin. */
  role_type: number;
  configuration: Record<string, unknown>;
  created_at: Stamp;
  updated_at: Stamp;
}

/** An address or number by which a user is known; one address is primary and shown as `email`. */
export interface IdentityRecord {
  id: number;
  user_id: number;
  type: string;
  value: string;
  verified: boolean;
  primary: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}
