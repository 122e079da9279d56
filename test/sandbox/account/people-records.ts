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
  external_id: string | null;
  suspended: boolean;
  active: boolean;
  verified: boolean;
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
  created_at: Stamp;
}
