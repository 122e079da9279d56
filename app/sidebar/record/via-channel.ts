import type { Channel } from './receipt.ts';

/** What Zendesk's own channel suggests; the agent may know better. */
const BY_VIA: Readonly<Record<string, Channel>> = {
  web: 'form',
  web_form: 'form',
  api: 'form',
  email: 'email',
};

export function viaChannel(via: string): Channel | undefined {
  return BY_VIA[via];
}
