/** Plans and their API limit in requests per minute, as Zendesk documents them. */
export const PLAN_LIMITS = {
  team: 200,
  growth: 400,
  professional: 400,
  enterprise: 700,
  enterprise_plus: 2500,
} as const;

export type Plan = keyof typeof PLAN_LIMITS;

export function isPlan(text: unknown): text is Plan {
  return typeof text === 'string' && Object.hasOwn(PLAN_LIMITS, text);
}

const WITHOUT_FORMS: readonly Plan[] = ['team'];
const WITHOUT_DYNAMIC_CONTENT: readonly Plan[] = ['team', 'growth'];

/** Several ticket forms come with Growth, dynamic content with Professional, as Zendesk's pages on them say. */
export const hasForms = (plan: Plan): boolean => !WITHOUT_FORMS.includes(plan);
export const hasDynamicContent = (plan: Plan): boolean => !WITHOUT_DYNAMIC_CONTENT.includes(plan);
