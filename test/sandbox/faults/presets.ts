/** A parameter, for whoever asks a person for it. */
export type Parameter =
  | { name: 'minutes' | 'ms' | 'retryAfterS' | 'share'; type: 'number'; default: number | null }
  | { name: 'mode'; type: 'choice'; default: string; choices: readonly string[] };

const MINUTES: Parameter = { name: 'minutes', type: 'number', default: null };
const SHARE: Parameter = { name: 'share', type: 'number', default: 1 };
const ms = (value: number | null): Parameter => ({ name: 'ms', type: 'number', default: value });
const retryAfterS = (value: number | null): Parameter => ({
  name: 'retryAfterS',
  type: 'number',
  default: value,
});
const mode: Parameter = { name: 'mode', type: 'choice', default: 'lost', choices: ['lost', 'late'] };

/** `requests` strike calls of the API and take `match`, `times` and `skip` too; the others change the account. */
export interface Preset {
  kind: 'requests' | 'account' | 'webhooks';
  parameters: readonly Parameter[];
}

const requests = (...more: Parameter[]): Preset => ({
  kind: 'requests',
  parameters: [MINUTES, SHARE, ...more],
});
const account = (...more: Parameter[]): Preset => ({ kind: 'account', parameters: more });
const webhooks = (...more: Parameter[]): Preset => ({ kind: 'webhooks', parameters: [MINUTES, ...more] });

/** Every fault that has a name, with its parameters and their defaults. */
export const PRESETS = {
  'rate-limit': requests(retryAfterS(30)),
  'server-error': requests(),
  'bad-gateway': requests(),
  unavailable: requests(retryAfterS(null)),
  slow: requests(ms(3000)),
  'timeout-before': requests(ms(null)),
  'timeout-after': requests(ms(null)),
  'reset-before': requests(),
  'reset-after': requests(),
  'refuse-connections': requests(),
  malformed: requests(),
  forbidden: requests(),
  'database-conflict': requests(),
  'macro-missing': requests(),
  'token-revoked': account(),
  'token-expired': account(),
  'stale-reads': account(MINUTES, ms(5000)),
  'search-lag': account(MINUTES, ms(60_000)),
  'notifications-off': account(MINUTES),
  'webhook-outage': webhooks(mode),
  'webhook-duplicates': webhooks(SHARE),
  'webhook-reordering': webhooks(ms(2000)),
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

export function isPreset(name: unknown): name is PresetName {
  return typeof name === 'string' && Object.hasOwn(PRESETS, name);
}

/** The named faults as the control API lists them. */
export function listPresets(): ({ name: string } & Preset)[] {
  return Object.entries(PRESETS).map(([name, definition]) => ({ name, ...definition }));
}
