import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Answered, startAnswers } from '../answers.ts';
import type { Place } from '../stage/place.ts';
import {
  agents,
  fields,
  type Opened,
  OWN_CUSTOMERS,
  type Stage,
  type StagedTicket,
  startStage,
} from '../stage.ts';
import { CODES, type Code, HOMES, wordsIn } from '../words.ts';
import type { Desk, State } from './state.ts';

const AGENTS = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  nl: 'dutch',
} as const satisfies Record<Code, keyof typeof agents>;

/** The first ticket's number. */
const FIRST = 101;

/** States by their names. */
export type States = Readonly<Record<string, State>>;

/** The numbers of one language's own tickets lie so far from those of the next. */
const APART = 200;

/** Who has written on a ticket is the same for all that read it: a state in which the reader has needs one for each. */
const isOfReader = ({ authors = [] }: State): boolean => authors.includes('reader');

function idOf(states: States, name: string, code: Code): number {
  const first = FIRST + Object.keys(states).indexOf(name);
  const state = states[name];
  return state && isOfReader(state) ? first + APART * CODES.indexOf(code) : first;
}

interface Placed {
  readonly id: number;
  readonly state: State;
  readonly code: Code;
}

/** Every ticket of these states, once. */
function placesOf(states: States): Placed[] {
  const placed = Object.entries(states).flatMap(([name, state]) =>
    CODES.map((code): [number, Placed] => {
      const id = idOf(states, name, code);
      return [id, { id, state, code }];
    }),
  );
  return [...new Map(placed).values()];
}

function ticketsOf(states: States): StagedTicket[] {
  return placesOf(states).flatMap(({ id, state: { ticket } }) =>
    ticket === 'new' ? [] : [{ requester: OWN_CUSTOMERS + id, ...ticket, id }],
  );
}

/** What the service answers: nothing about the tickets of the states in which it is out of reach. */
function answersOf(states: States): Map<number, Answered> {
  return new Map(
    placesOf(states).flatMap(({ id, code, state: { ticket, authors = [], down } }): [number, Answered][] => {
      const record = ticket === 'new' ? undefined : ticket.record;
      if (down || record === undefined || typeof record === 'string') return [];
      const written = authors.map((author) => (author === 'reader' ? agents[AGENTS[code]] : author));
      return [[id, { record, authors: written }]];
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
  /**
   * Opens the state as an agent of this language sees it, in the page that was opened for that language before.
   * Several languages may be opened at once, but not where the state has an agent: one person has one language at a
   * time.
   */
  open(name: string, code: Code): Promise<Desk>;
  stop(): Promise<void>;
}

/** Each language's agent has it as theirs, as written at home. */
async function writeLocales({ rest }: Stage): Promise<[number, Code][]> {
  const own = CODES.map((code): [number, Code] => [agents[AGENTS[code]], code]);
  for (const [agent, code] of own)
    await rest('PUT', `users/${agent}.json`, { user: { locale: HOMES[code] } });
  return own;
}

/** Answers the app beside a ticket in the page of this agent and language, as it is when it has just been opened. */
type Seat = (place: Place, agent: number, code: Code) => Promise<Opened>;

async function createSeat(stage: Stage, dark: readonly Code[]): Promise<Seat> {
  const locales = new Map(await writeLocales(stage));
  const pages = new Map<string, Page>();

  async function reopen(page: Page, place: Place, isOther: boolean): Promise<Opened> {
    // Only a page that is loaded anew knows of another language, and has an empty form in place of the same form.
    const isHere = new URL(page.url()).pathname.endsWith(`/tickets/${place}`);
    return { page, sidebar: await (isOther || isHere ? stage.show(page, place) : stage.turn(page, place)) };
  }

  return async (place, agent, code) => {
    const isOther = locales.get(agent) !== code;
    if (isOther) await stage.rest('PUT', `users/${agent}.json`, { user: { locale: HOMES[code] } });
    locales.set(agent, code);
    const key = `${agent} ${code}`;
    const page = pages.get(key);
    if (page) return await reopen(page, place, isOther);
    const colorScheme = dark.includes(code) ? 'dark' : 'light';
    // What turns for ever would never be at rest.
    const look = { locale: HOMES[code], colorScheme, reducedMotion: 'reduce' } as const;
    const opened = await stage.open(place, { agent, ...look });
    pages.set(key, opened.page);
    return opened;
  };
}

export interface DesksOptions {
  /** Languages whose pages are opened dark. */
  readonly dark?: readonly Code[];
  /** Unless said otherwise, the browser is theirs alone; see the stage. */
  readonly ownBrowser?: boolean;
}

/** These states, with one browser, one account, and a service that answers. */
export async function startDesks(
  states: States,
  { dark = [], ownBrowser = true }: DesksOptions = {},
): Promise<Desks> {
  const service = await startAnswers(answersOf(states));
  const stage = await startStage(ticketsOf(states), { settings: service.settings, ownBrowser });
  await writeOptionsOut(stage);
  const sit = await createSeat(stage, dark);
  let last = '';
  return {
    stage,
    async open(name, code) {
      const state = states[name];
      if (!state) throw new Error(`there is no state "${name}"`);
      // Several languages may be opened at once.
      if (name !== last) stage.sandbox.faults.clear();
      last = name;
      service.setVersion(state.version);
      if (state.fault) stage.sandbox.faults.add(state.fault);
      const place = state.ticket === 'new' ? 'new/1' : idOf(states, name, code);
      const opened = await sit(place, agents[state.agent ?? AGENTS[code]], code);
      const desk = { stage, ...opened, say: wordsIn(code), code };
      await state.act?.(desk);
      return desk;
    },
    async stop() {
      await stage.stop();
      await service.stop();
    },
  };
}
