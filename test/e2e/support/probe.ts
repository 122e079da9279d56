import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SeedFile } from '../../sandbox/index.ts';

export const PROBE_FOLDER = fileURLToPath(new URL('../../sandbox/fixtures/probe-app', import.meta.url));
export const AGENT = 11;
export const OTHER_AGENT = 12;

/** An account with enough tickets for every test to have its own, and a form with a text field. */
export const PROBE_SEED: SeedFile = {
  account: { subdomain: 'probes', locale: 'en-GB', timezone: 'Europe/London', plan: 'enterprise_plus' },
  groups: [{ id: 5, name: 'Support' }],
  organizations: [{ id: 7, name: 'Miller & Sons' }],
  users: [
    { id: 10, name: 'Integration', email: 'it@example.com', role: 'admin', service: true, group_ids: [5] },
    { id: AGENT, name: 'Amira Shah', email: 'amira@example.com', role: 'agent', group_ids: [5] },
    { id: OTHER_AGENT, name: 'Jonas Weber', email: 'jonas@example.com', role: 'agent', group_ids: [5] },
    { id: 20, name: 'Grace Miller', email: 'grace@example.com', role: 'end-user', organization_id: 7 },
  ],
  ticket_fields: [{ id: 900, title: 'Shelf', type: 'text' }],
  tickets: Array.from({ length: 30 }, (_, index) => ({
    id: 101 + index,
    subject: `Bicycle store ${101 + index}`,
    requester_id: 20,
    group_id: 5,
    via: { channel: 'email' },
    tags: ['store'],
    comments: [{ author_id: 20, body: 'The door of the bicycle store does not lock.' }],
  })),
};

/** What `client.context()` of the probe in a frame says its location is; empty for other frames. */
async function locationOf(frame: Frame): Promise<string> {
  const text = await frame
    .locator('#context')
    .textContent({ timeout: 1000 })
    .catch(() => null);
  if (!text) return '';
  const { context }: { context: { location: string } } = JSON.parse(text);
  return context.location;
}

/** The probe's frame in a location, once it is registered. */
export async function probeIn(page: Page, location: string): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(async () => {
      const frames = page.frames().filter((it) => it.url().includes('iframe.html'));
      const locations = await Promise.all(frames.map(locationOf));
      found = frames[locations.indexOf(location)];
      return locations;
    })
    .toContain(location);
  if (found === undefined) throw new Error(`No probe in ${location}`);
  // It registers with the first of its scripts; its buttons are connected by the last.
  await found.waitForLoadState('load');
  return found;
}

/** Has the probe make a call and answers with what it got, or with `refused: why`. */
export async function probeCall(frame: Frame, call: string): Promise<unknown> {
  await frame.evaluate((text) => {
    const field = document.getElementById('call');
    if (field instanceof HTMLTextAreaElement) field.value = text;
    document.getElementById('run')?.click();
  }, call);
  const answer = () => frame.locator('#answer').textContent();
  await expect.poll(answer).not.toBe('…');
  const text = (await answer()) ?? '';
  return text.startsWith('refused') ? text : JSON.parse(text);
}

export async function eventsHeard(frame: Frame): Promise<string[]> {
  return await frame.locator('#events li').allTextContents();
}

/** Runs all checks of the probe in a frame; the outcome by name is `ok` or what was wrong. */
export async function runChecks(frame: Frame): Promise<Map<string, string>> {
  await frame.evaluate(() => document.getElementById('run-checks')?.click());
  await expect.poll(() => frame.locator('#checks-state').textContent(), { timeout: 180_000 }).toBe('done');
  const cells = await frame.locator('#checks td').allTextContents();
  const pairs = Array.from({ length: cells.length / 2 }, (_, index): [string, string] => [
    cells[index * 2] ?? '',
    cells[index * 2 + 1] ?? '',
  ]);
  return new Map(pairs);
}
