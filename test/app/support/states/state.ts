import type { Frame, Page } from 'playwright-core';
import type { FaultHook } from '../../../sandbox/index.ts';
import type { agents, Stage, StagedTicket } from '../stage.ts';
import { tick } from '../tick.ts';
import type { Code, Words } from '../words.ts';

/** The sidebar as it lies before an agent, and the words of their language. */
export interface Desk {
  readonly stage: Stage;
  readonly page: Page;
  readonly sidebar: Frame;
  readonly say: Words;
  readonly code: Code;
}

/** One state of the sidebar, and how to get there from opening its ticket. Nothing is saved on the way. */
export interface State {
  /** The ticket that shows it; beside a ticket that is being written there is none. */
  readonly ticket: Omit<StagedTicket, 'id'> | 'new';
  /** Told only by the service, besides the record: who wrote its events; `reader`: whoever opens the state. */
  readonly authors?: readonly (number | 'reader')[];
  /** The service is out of reach. */
  readonly down?: true;
  /** What the service says it is; nothing where not given. */
  readonly version?: string;
  /** Somebody in particular, in place of the language's agent. */
  readonly agent?: keyof typeof agents;
  /** What Zendesk answers otherwise than it should. */
  readonly fault?: FaultHook;
  readonly act?: (desk: Desk) => Promise<void>;
  /** What the sidebar then says, in English and German. The clock runs on, so minutes are not told to the last. */
  readonly english: readonly (string | RegExp)[];
  readonly german: readonly (string | RegExp)[];
}

export const COMPLAINT = 'formal_complaint';

/** Presses the first button that says so. */
export const press =
  (key: string) =>
  async ({ sidebar, say }: Desk): Promise<void> =>
    await sidebar
      .getByRole('button', { name: say(key) })
      .first()
      .click();

/** Opens a form by the menu. */
export const menu =
  (key: string) =>
  async ({ sidebar, say }: Desk): Promise<void> => {
    await sidebar.getByRole('button', { name: say('menu.label') }).click();
    await sidebar
      .getByRole('menuitem')
      .filter({ hasText: say(key) })
      .first()
      .click();
  };

/** One after the other. */
export const all =
  (...steps: readonly ((desk: Desk) => Promise<unknown>)[]) =>
  async (desk: Desk): Promise<void> => {
    for (const step of steps) await step(desk);
  };

/** Chooses one of a segment. */
export const choose =
  (key: string) =>
  async ({ sidebar, say }: Desk): Promise<void> =>
    await tick(sidebar.getByRole('radio', { name: say(key), exact: true }));

export const check =
  (key: string) =>
  async ({ sidebar, say }: Desk): Promise<void> =>
    await tick(sidebar.getByRole('checkbox', { name: say(key) }));

/** Fills a field, and leaves it. */
export const fill =
  (key: string, text: string) =>
  async ({ sidebar, say }: Desk): Promise<void> => {
    const field = sidebar.getByLabel(say(key), { exact: true });
    await field.fill(text);
    await field.press('Tab');
  };

/** Puts something into the agent's reply as typed by hand. */
export const write =
  (text: string) =>
  async ({ page }: Desk): Promise<void> =>
    await page.getByRole('textbox', { name: /^(Public reply|Öffentliche Antwort)$/ }).fill(text);
