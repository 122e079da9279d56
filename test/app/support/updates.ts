import type { Frame, Page } from 'playwright-core';
import type { Update } from './stage.ts';

/** What an agent's updates tell, for assertions: an update that is missing tells nothing. */
type Told = Pick<Update, 'metadata' | 'events'> | undefined;

/** What it said to the service. */
export const complaintOf = (update: Told): unknown => update?.metadata.custom;

/** The ticket values that it changed, by field. */
export function changesOf(update: Told): Record<string, unknown> {
  const changed = update?.events.filter(({ type }) => type === 'Change' || type === 'Create') ?? [];
  return Object.fromEntries(changed.map(({ field_name, value }) => [String(field_name), value]));
}

/** Its message or internal note. */
export const noteOf = (update: Told): unknown => update?.events.find(({ type }) => type === 'Comment')?.body;

export const button = (within: Frame | Page, name: string | RegExp) => within.getByRole('button', { name });

/** Where the agent writes, whichever of the two it is. */
export const composer = (page: Page) => page.getByRole('textbox', { name: /^(Public reply|Internal note)$/ });
