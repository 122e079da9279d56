import type { Sandbox } from '../sandbox/index.ts';
import { arrive } from './arrival.ts';
import { createCalls } from './calls.ts';
import * as deeds from './deeds.ts';
import { createRushes } from './rush.ts';
import type { Deed, Story } from './scenario.ts';
import type { Told } from './told.ts';

export interface Doing {
  /** Carries out the arrival; answers what is known of the complaint from then on. */
  arrive(story: Story): Promise<Told>;
  carryOut(deed: Deed, told: Told): Promise<void>;
  /** Resolves when nobody is in the middle of anything. */
  done(): Promise<void>;
}

export interface DoingOptions extends Pick<deeds.Desk, 'account' | 'random'> {
  readonly sandbox: Sandbox;
}

async function onTicket(desk: deeds.Desk, deed: Deed, told: Told): Promise<void> {
  const { save } = desk.calls;
  switch (deed.kind) {
    case 'arrives':
      return;
    case 'recorded':
      return deeds.record(desk, told, deed);
    case 'replies':
      return deeds.reply(desk, told);
    case 'noted':
      return void (await save(told, { comment: { body: 'Rang the engineer.', public: false } }));
    case 'updated':
      return deeds.update(desk, told, deed.byMacro);
    case 'responded':
      return deeds.respond(desk, told, deed);
    case 'solved':
      return void (await save(told, { status: 'solved' }));
    case 'appealed':
      return deeds.appeal(desk, told);
    case 'appeal_answered':
      return deeds.answerAppeal(desk, told);
    case 'update_voided':
      return deeds.voidUpdate(desk, told);
    case 'extended':
      return deeds.extend(desk, told);
    case 'withdrawn':
      return deeds.withdraw(desk, told);
    case 'posted':
      return deeds.post(desk, told);
    case 'untagged':
      return deeds.untag(desk, told);
    case 'merged':
      return deeds.merge(desk, told);
  }
}

/** The people at their desks and the customers, over the calls that they make. */
export async function createDoing({ sandbox, account, random }: DoingOptions): Promise<Doing> {
  const rushes = createRushes(sandbox);
  const calls = await createCalls(sandbox.url);
  const desk = { calls, account, rushes, clock: sandbox.clock, random };
  return {
    arrive: (story) => arrive(calls, story),
    done: rushes.end,
    carryOut: async (deed, told) => {
      // Nobody but the customer can write on a closed ticket; what was to be done is not.
      if (deed.kind === 'replies' || !(await calls.isClosed(told))) await onTicket(desk, deed, told);
    },
  };
}
