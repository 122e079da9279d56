import type { Stamp } from './stamp.ts';

export interface VariantRecord {
  id: number;
  content: string;
  locale_id: number;
  active: boolean;
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface DynamicContentRecord {
  id: number;
  name: string;
  /** `{{dc.name}}`, fixed when the item is created. */
  placeholder: string;
  default_locale_id: number;
  variants: VariantRecord[];
  created_at: Stamp;
  updated_at: Stamp;
}

export interface WebhookRecord {
  id: string;
  name: string;
  description: string | null;
  endpoint: string;
  http_method: string;
  request_format: string;
  status: 'active' | 'inactive';
  subscriptions: string[];
  authentication: Record<string, unknown> | null;
  custom_headers: Record<string, string> | null;
  signing_secret: string;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

export interface JobRecord {
  id: string;
  job_type: string;
  total: number;
  progress: number;
  status: 'queued' | 'working' | 'completed' | 'failed';
  message: string | null;
  results: Record<string, unknown>[];
}
