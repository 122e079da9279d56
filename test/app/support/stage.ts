import type { Browser, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { type ClockRecord, encodeRecord } from '../../../domain/index.ts';
import { buildApp } from '../../../scripts/build-app.ts';
import { type Sandbox, type SeedFile, type SeedTicket, startSandbox } from '../../sandbox/index.ts';
import { launchBrowser, newPage, type PageOptions } from '../../support/browser.ts';

/** Thursday, 9 April 2026, 10:12 in London and 11:12 in Berlin. */
export const NOW = '2026-04-09T09:12:00Z';

const SERVICE = 10;

export const agents = { english: 11, german: 12 } as const;
export const fields = { record: 900, channel: 901, category: 902, outcome: 903, stage: 904 } as const;

const macros = {
  acknowledgement: '<p>Thank you. We have received your complaint.</p>',
  how_to_complain:
    '<p>Please use our online form or write to Customer Complaints, 14 Fitzwilliam Street.</p>',
  status_update:
    '<p>We are still looking into your complaint.</p><p>[what we have done so far]</p><p>You will hear from us again soon.</p>',
  response: '<p>This is our formal response to your complaint.</p><p>If you disagree, you may appeal.</p>',
};

const tags: Record<string, string> = {
  acknowledgement: 'complaint_ack_sent',
  status_update: 'complaint_update_sent',
  response: 'complaint_response_sent',
};

const option = (prefix: string) => (name: string) => ({
  name: name.replaceAll('_', ' '),
  value: `${prefix}${name}`,
});

function ticketFields(): NonNullable<SeedFile['ticket_fields']> {
  const field = (key: string, id: number, rest: object) => ({
    id,
    title: `Complaint: ${key}`,
    description: `Kept by Complaint Clock. [complaint-clock:field:${key}]`,
    ...rest,
  });
  const tagger = (prefix: string, names: string[]) => ({
    type: 'tagger',
    custom_field_options: names.map(option(prefix)),
  });
  // More than one page of fields that are none of ours, and not in use.
  const others = Array.from({ length: 105 }, (_, index) => ({
    id: 500 + index,
    title: `Old field ${index}`,
    type: 'text',
    active: false,
  }));
  return [
    ...others,
    field('record', fields.record, { type: 'textarea' }),
    field('channel', fields.channel, tagger('complaint_by_', ['form', 'letter', 'email', 'phone', 'other'])),
    field('category', fields.category, tagger('complaint_about_', ['billing', 'outage', 'staff'])),
    field('outcome', fields.outcome, tagger('complaint_outcome_', ['upheld', 'partly_upheld', 'not_upheld'])),
  ];
}

function seedOf(tickets: readonly SeedTicket[], provisioned: boolean): SeedFile {
  return {
    account: { subdomain: 'sandbox', locale: 'en-GB', timezone: 'Europe/London' },
    groups: [{ id: 5, name: 'Support' }],
    users: [
      {
        id: SERVICE,
        name: 'Service',
        email: 'service@example.com',
        role: 'admin',
        service: true,
        group_ids: [5],
      },
      {
        id: agents.english,
        name: 'Amira Shah',
        email: 'amira@example.com',
        role: 'agent',
        locale: 'en-GB',
        group_ids: [5],
      },
      {
        id: agents.german,
        name: 'Jonas Weber',
        email: 'jonas@example.com',
        role: 'agent',
        locale: 'de',
        time_zone: 'Europe/Berlin',
        group_ids: [5],
      },
      { id: 20, name: 'Ms Patel', email: 'patel@example.com', role: 'end-user', locale: 'en-GB' },
      { id: 21, name: 'Mr Byrne', email: null, role: 'end-user', locale: 'en-GB' },
    ],
    tickets: [...tickets],
    ...(provisioned
      ? {
          ticket_fields: ticketFields(),
          macros: Object.entries(macros).map(([key, html]) => ({
            title: `Complaint: ${key}`,
            description: `[complaint-clock:macro:${key}]`,
            actions: [
              { field: 'comment_value_html', value: html },
              ...(tags[key] ? [{ field: 'current_tags', value: tags[key] }] : []),
            ],
          })),
        }
      : {}),
  };
}

export interface StagedTicket {
  readonly id: number;
  readonly record?: ClockRecord | string;
  readonly tags?: readonly string[];
  readonly via?: string;
  readonly requester?: number;
}

function seedTicket({ id, record, tags: extra, via, requester = 20 }: StagedTicket): SeedTicket {
  const text = record === undefined || typeof record === 'string' ? record : encodeRecord(record);
  return {
    id,
    subject: 'No connection since I moved in',
    requester_id: requester,
    assignee_id: agents.english,
    group_id: 5,
    status: 'open',
    via: { channel: via ?? 'web' },
    tags: [...(extra ?? (record === undefined ? [] : ['formal_complaint']))],
    created_at: '-2h',
    ...(text === undefined ? {} : { custom_fields: [{ id: fields.record, value: text }] }),
    comments: [{ author_id: requester, body: 'I complain formally.' }],
  };
}

export interface OpenOptions extends PageOptions {
  readonly agent?: number;
}

/** The agent's page with our app beside a ticket. */
export interface Opened {
  readonly page: Page;
  readonly sidebar: Frame;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  open(ticketId: number, options?: OpenOptions): Promise<Opened>;
  /** Goes to another ticket on the same page. */
  show(page: Page, ticketId: number): Promise<Frame>;
  /** Calls REST as the service's user would. */
  rest(method: 'GET' | 'PUT', path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Writes a clock record onto a ticket, as the service does. */
  writeRecord(ticketId: number, record: ClockRecord, change?: object): Promise<void>;
  /** What people have changed on the ticket since its creation, oldest first. */
  updates(ticketId: number): Promise<Update[]>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

async function sidebarOf(page: Page): Promise<Frame> {
  const element = await page
    .getByRole('complementary')
    .locator('iframe[title="Complaint Clock"]')
    .elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  await frame.locator('main').waitFor();
  return frame;
}

async function cookieOf(url: string, userId: number): Promise<string> {
  const reply = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function showOnForm(rest: Stage['rest'], ids: readonly number[]): Promise<void> {
  const { ticket_forms } = formsSchema.parse(await rest('GET', 'ticket_forms.json'));
  for (const { id, ticket_field_ids } of ticket_forms) {
    await rest('PUT', `ticket_forms/${id}.json`, {
      ticket_form: { ticket_field_ids: [...new Set([...ticket_field_ids, ...ids])] },
    });
  }
}

const formsSchema = z.object({
  ticket_forms: z.array(z.object({ id: z.number(), ticket_field_ids: z.array(z.number()) })),
});

const eventSchema = z.looseObject({ type: z.string() });

const auditsSchema = z.object({
  audits: z.array(
    z.object({
      author_id: z.number(),
      metadata: z.object({ custom: z.unknown() }),
      events: z.array(eventSchema),
    }),
  ),
});

/** One update of a ticket, as its audit tells it. */
export type Update = z.output<typeof auditsSchema>['audits'][number];

/** A sandbox with our app and these tickets, without the service: what the sidebar does, it does by itself. */
export async function startStage(
  tickets: readonly StagedTicket[],
  { provisioned = true } = {},
): Promise<Stage> {
  const folder = await buildApp();
  const [browser, sandbox] = await Promise.all([
    launchBrowser(),
    startSandbox({
      now: NOW,
      seed: seedOf(tickets.map(seedTicket), provisioned),
      apps: [{ folder, settings: { company: 'ASK4' } }],
    }),
  ]);
  const pages: Page[] = [];

  const rest: Stage['rest'] = async (method, path, body) => {
    const reply = await fetch(`${sandbox.url}/api/v2/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: await cookieOf(sandbox.url, SERVICE) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
    return await reply.json();
  };

  async function show(page: Page, ticketId: number): Promise<Frame> {
    await page.goto(`${sandbox.agentUrl}/tickets/${ticketId}`, { timeout: 100_000 });
    return await sidebarOf(page);
  }

  if (provisioned) await showOnForm(rest, [fields.channel, fields.category, fields.outcome]);

  return {
    sandbox,
    browser,
    rest,
    async updates(ticketId) {
      const { audits } = auditsSchema.parse(await rest('GET', `tickets/${ticketId}/audits.json`));
      return audits.slice(1).filter(({ author_id }) => author_id !== SERVICE);
    },
    async open(ticketId, { agent = agents.english, ...options } = {}) {
      const page = await newPage(browser, options);
      pages.push(page);
      const [name = '', value = ''] = (await cookieOf(sandbox.url, agent)).split('=');
      await page.context().addCookies([{ name, value, url: sandbox.url }]);
      return { page, sidebar: await show(page, ticketId) };
    },
    show,
    async writeRecord(ticketId, record, change = {}) {
      const custom_fields = [{ id: fields.record, value: encodeRecord(record) }];
      await rest('PUT', `tickets/${ticketId}.json`, { ticket: { custom_fields, ...change } });
    },
    async closePages() {
      await Promise.all(pages.splice(0).map(async (page) => await page.context().close()));
    },
    async stop() {
      await browser.close();
      await sandbox.stop();
    },
  };
}
