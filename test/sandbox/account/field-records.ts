import type { Stamp } from './stamp.ts';

export interface FieldOption {
  id: number;
  name: string;
  raw_name: string;
  value: string;
  default: boolean;
}

export interface FieldRecord {
  id: number;
  type: string;
  title: string;
  raw_title: string;
  title_in_portal: string;
  description: string;
  agent_description: string | null;
  position: number;
  active: boolean;
  required: boolean;
  required_in_portal: boolean;
  visible_in_portal: boolean;
  editable_in_portal: boolean;
  collapsed_for_agents: boolean;
  regexp_for_validation: string | null;
  tag: string | null;
  removable: boolean;
  custom_field_options: FieldOption[];
  created_at: Stamp;
  updated_at: Stamp;
}

export interface FormRecord {
  id: number;
  name: string;
  display_name: string;
  end_user_visible: boolean;
  position: number;
  active: boolean;
  default: boolean;
  ticket_field_ids: number[];
  agent_conditions: unknown[];
  end_user_conditions: unknown[];
  created_at: Stamp;
  updated_at: Stamp;
}
