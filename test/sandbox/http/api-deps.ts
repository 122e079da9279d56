import type { Installations } from '../installations/installations.ts';
import type { TokenStore } from '../oauth/tokens.ts';
import type { TicketDeps } from '../rules/draft.ts';
import type { Deliverer } from '../webhooks/deliverer.ts';
import type { JobQueue } from './jobs.ts';
import type { Limiter } from './rate-limits.ts';

/** What route files may need; each takes the part it uses. */
export interface ApiDeps extends TicketDeps {
  limiter: Limiter;
  jobs: JobQueue;
  tokens: TokenStore;
  deliverer: Deliverer;
  installations: Installations;
}
