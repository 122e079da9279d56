import type { Browser, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { type ClockRecord, encodeRecord } from '../../../domain/index.ts';
import { buildApp } from '../../../scripts/build-app.ts';
import { type Sandbox, type SeedFile, type SeedTicket, startSandbox } from '../../sandbox/index.ts';
import { launchBrowser, newPage, type PageOptions } from '../../support/browser.ts';

/** Thursday, 9 April 2026, 10:12 in London and 11:12 in Berlin. */
export const NOW = '2026-04-09T09:12:00Z';

const SERVICE = 10;

export const agents = {
  english: 11,
  german: 12,
  notesOnly: 13,
  untagged: 14,
  spanish: 15,
  french: 16,
  dutch: 17,
} as const;
export const fields = {
  record: 900,
  channel: 901,
  category: 902,
  outcome: 903,
  stage: 904,
  flags: 905,
  redress: 906,
  redress_amount: 907,
  delay_reason: 908,
  summary: 909,
  evidence_references: 910,
  evidence_staff: 911,
  evidence_times: 912,
  evidence_phones: 913,
  evidence_emails: 914,
} as const;

const macros = {
  acknowledgement: '<p>Thank you. We have received your complaint.</p>',
  how_to_complain:
    '<p>Please use our online form or write to Customer Complaints, 14 Fitzwilliam Street.</p>',
  status_update:
    '<p>We are still looking into your complaint.</p><p>[what we have done so far]</p><p>You will hear from us again soon.</p>',
  response_upheld:
    '<p>This is our formal response to your complaint.</p><p>We uphold it.</p><p>If you disagree, you may appeal.</p>',
  response_partly_upheld:
    '<p>This is our formal response to your complaint.</p><p>We uphold it in part.</p><p>If you disagree, you may appeal.</p>',
  response_not_upheld:
    '<p>This is our formal response to your complaint.</p><p>We do not uphold it.</p><p>If you disagree, you may appeal.</p>',
  appeal_acknowledgement: '<p>We have received your appeal, and somebody else looks at your complaint.</p>',
  appeal_outcome: '<p>We have looked at your complaint again.</p><p>This is what came of it.</p>',
  adr_letter: '<p>We could not agree.</p><p>You may go to the ombudsman, free of charge.</p>',
  ask_evidence: '<p>Please send us what helps to look into your complaint.</p>',
  extension: '<p>We need longer to answer your complaint, and are sorry for that.</p>',
  behaviour: '<p>We ask you to treat our colleagues with respect.</p>',
  data_protection: '<p>You may also turn to the data protection authority.</p>',
};

const tags: Record<string, string> = {
  acknowledgement: 'complaint_ack_sent',
  status_update: 'complaint_update_sent',
  response_upheld: 'complaint_response_sent',
  response_partly_upheld: 'complaint_response_sent',
  response_not_upheld: 'complaint_response_sent',
  appeal_acknowledgement: 'complaint_ack_sent',
  appeal_outcome: 'complaint_response_sent',
  adr_letter: 'complaint_adr_letter_sent',
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
    field('flags', fields.flags, {
      ...tagger('complaint_flag_', ['data_protection', 'needs_support', 'abusive_behaviour']),
      type: 'multiselect',
    }),
    field(
      'redress',
      fields.redress,
      tagger('complaint_redress_', ['none', 'apology', 'credit', 'refund', 'compensation', 'work']),
    ),
    field('redress_amount', fields.redress_amount, { type: 'text' }),
    field(
      'delay_reason',
      fields.delay_reason,
      tagger('complaint_delay_', ['engineer_report', 'customer', 'workload', 'oversight', 'other']),
    ),
    field('summary', fields.summary, { type: 'textarea' }),
    ...(['references', 'staff', 'times', 'phones', 'emails'] as const).map((kind) =>
      field(`evidence_${kind}`, fields[`evidence_${kind}`], { type: 'text' }),
    ),
  ];
}

function seedOf(tickets: readonly SeedTicket[], provisioned: boolean): SeedFile {
  return {
    account: { subdomain: 'sandbox', locale: 'en-GB', timezone: 'Europe/London' },
    groups: [{ id: 5, name: 'Support' }],
    custom_roles: [
      { id: 71, name: 'Note taker', configuration: { ticket_comment_access: 'none' } },
      { id: 72, name: 'Without tags', configuration: { ticket_tag_editing: false } },
    ],
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
      ...[agents.notesOnly, agents.untagged].map((id, index) => ({
        id,
        name: `Restricted ${index + 1}`,
        email: `restricted${index + 1}@example.com`,
        role: 'agent' as const,
        locale: 'en-GB',
        custom_role_id: 71 + index,
        group_ids: [5],
      })),
      ...[
        { id: agents.spanish, name: 'Lucía Ortega', locale: 'es', time_zone: 'Europe/Madrid' },
        { id: agents.french, name: 'Camille Laurent', locale: 'fr', time_zone: 'Europe/Paris' },
        { id: agents.dutch, name: 'Sanne de Vries', locale: 'nl', time_zone: 'Europe/Amsterdam' },
      ].map((user) => ({
        ...user,
        email: `${user.locale}@example.com`,
        role: 'agent' as const,
        group_ids: [5],
      })),
      ...customersOf(tickets),
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

/** Tickets of customers that nobody else has any of: their numbers begin here. */
export const OWN_CUSTOMERS = 1000;

function customersOf(tickets: readonly SeedTicket[]): NonNullable<SeedFile['users']> {
  const ids = new Set(tickets.map(({ requester_id }) => requester_id).filter((id) => id >= OWN_CUSTOMERS));
  return [...ids].map((id) => ({
    id,
    name: 'Ms Patel',
    email: `patel${id}@example.com`,
    role: 'end-user' as const,
    locale: 'en-GB',
  }));
}

export interface StagedTicket {
  readonly id: number;
  readonly record?: ClockRecord | string;
  readonly tags?: readonly string[];
  readonly via?: string;
  readonly requester?: number;
  /** Open where not given. */
  readonly status?: 'solved';
  /** Of the first message, two hours ago where not given: `-9d`. */
  readonly createdAt?: string;
  readonly subject?: string;
  readonly body?: string;
  /** What was said after the first message. */
  readonly replies?: readonly { readonly author: number; readonly body: string; readonly at: string }[];
  readonly values?: Readonly<Partial<Record<keyof typeof fields, string>>>;
}

function seedTicket(ticket: StagedTicket): SeedTicket {
  const { id, record, tags: extra, via, requester = 20, status, replies = [], values = {} } = ticket;
  const text = record === undefined || typeof record === 'string' ? record : encodeRecord(record);
  const filled = Object.entries({ ...values, ...(text === undefined ? {} : { record: text }) });
  return {
    id,
    subject: ticket.subject ?? 'No connection since I moved in',
    requester_id: requester,
    assignee_id: agents.english,
    group_id: 5,
    status: status ?? 'open',
    via: { channel: via ?? 'web' },
    tags: [...(extra ?? (record === undefined ? [] : ['formal_complaint']))],
    created_at: ticket.createdAt ?? '-2h',
    ...(filled.length > 0
      ? {
          custom_fields: filled.flatMap(([key, value]) => (isField(key) ? [{ id: fields[key], value }] : [])),
        }
      : {}),
    comments: [
      { author_id: requester, body: ticket.body ?? 'I complain formally.' },
      ...replies.map(({ author, body, at }) => ({ author_id: author, body, created_at: at })),
    ],
  };
}

const isField = (key: string): key is keyof typeof fields => key in fields;

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
  show(page: Page, ticketId: number | 'new/1'): Promise<Frame>;
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

export interface StageOptions {
  readonly provisioned?: boolean;
  /** Of the app, besides the company's name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A sandbox with our app and these tickets, without the service: what the sidebar does, it does by itself. */
export async function startStage(
  tickets: readonly StagedTicket[],
  { provisioned = true, settings = {} }: StageOptions = {},
): Promise<Stage> {
  const folder = await buildApp();
  const [browser, sandbox] = await Promise.all([
    launchBrowser(),
    startSandbox({
      now: NOW,
      seed: seedOf(tickets.map(seedTicket), provisioned),
      apps: [{ folder, settings: { company: 'ASK4', ...settings } }],
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

  async function show(page: Page, ticketId: number | 'new/1'): Promise<Frame> {
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
