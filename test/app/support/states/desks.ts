import { z } from 'zod';
import { type Answered, startAnswers } from '../answers.ts';
import {
  agents,
  fields,
  type Opened,
  OWN_CUSTOMERS,
  type Stage,
  type StagedTicket,
  startStage,
} from '../stage.ts';
import { type Code, HOMES, wordsIn } from '../words.ts';
import { type Desk, type State, states } from './index.ts';

const AGENTS = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  nl: 'dutch',
} as const satisfies Record<Code, keyof typeof agents>;

/** The first ticket's number. */
const FIRST = 101;

const idOf = (name: string): number => FIRST + Object.keys(states).indexOf(name);

function ticketOf(name: string, { ticket }: State): StagedTicket[] {
  const id = idOf(name);
  return ticket === 'new' ? [] : [{ requester: OWN_CUSTOMERS + id, ...ticket, id }];
}

/** What the service answers: nothing about the tickets of the states in which it is out of reach. */
function answersOf(): Map<number, Answered> {
  return new Map(
    Object.entries(states).flatMap(([name, { ticket, authors, down }]): [number, Answered][] => {
      const record = ticket === 'new' ? undefined : ticket.record;
      if (down || record === undefined || typeof record === 'string') return [];
      return [[idOf(name), { record, ...(authors ? { authors } : {}) }]];
    }),
  );
}

const optionsSchema = z.object({
  ticket_field: z.object({
    custom_field_options: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
});

/** Options as an account would have them written: with a capital. */
async function writeOptionsOut({ rest }: Stage): Promise<void> {
  for (const key of ['category', 'redress', 'delay_reason'] as const) {
    const path = `ticket_fields/${fields[key]}.json`;
    const { custom_field_options: options } = optionsSchema.parse(await rest('GET', path)).ticket_field;
    const named = options.map(({ name, value }) => ({
      name: name.charAt(0).toUpperCase() + name.slice(1),
      value,
    }));
    await rest('PUT', path, { ticket_field: { custom_field_options: named } });
  }
}

export interface Desks {
  readonly stage: Stage;
  /** Opens the state as an agent of this language sees it, in the page that was opened for that language before. */
  open(name: string, code: Code): Promise<Desk>;
  stop(): Promise<void>;
}

/** Every state, one after the other, with one browser, one account, and a service that answers. */
export async function startDesks(): Promise<Desks> {
  const service = await startAnswers(answersOf());
  const tickets = Object.entries(states).flatMap(([name, state]) => ticketOf(name, state));
  const stage = await startStage(tickets, { settings: service.settings });
  await writeOptionsOut(stage);
  const pages = new Map<string, Opened>();
  const locales = new Map<number, Code>();
  let last = '';

  async function pageOf(agent: number, code: Code): Promise<Opened> {
    const key = `${agent} ${code}`;
    const known = pages.get(key) ?? (await stage.open(FIRST, { agent, locale: HOMES[code] }));
    pages.set(key, known);
    return known;
  }

  async function sidebarOf(name: string, { page }: Opened): ReturnType<Stage['show']> {
    if (states[name]?.ticket !== 'new') return await stage.show(page, idOf(name));
    return await stage.show(page, 'new/1');
  }

  return {
    stage,
    async open(name, code) {
      const state = states[name];
      if (!state) throw new Error(`there is no state "${name}"`);
      const agent = agents[state.agent ?? AGENTS[code]];
      // One person has one locale: their languages come one after the other.
      if (locales.get(agent) !== code)
        await stage.rest('PUT', `users/${agent}.json`, { user: { locale: HOMES[code] } });
      locales.set(agent, code);
      // Several languages may be opened at once.
      if (name !== last) stage.sandbox.faults.clear();
      last = name;
      const opened = await pageOf(agent, code);
      if (state.fault) stage.sandbox.faults.add(state.fault);
      const desk = { stage, page: opened.page, sidebar: await sidebarOf(name, opened), say: wordsIn(code) };
      await state.act?.(desk);
      return desk;
    },
    async stop() {
      await stage.stop();
      await service.stop();
    },
  };
}
