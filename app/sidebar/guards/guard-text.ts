import type { Language } from '../../ui/language.ts';
import type { When } from '../../ui/when.ts';
import { dutyName } from '../model/duty-names.ts';
import { type Guard, needsReason } from './guard.ts';

/** Why a submit is held back, in one sentence. */
export function whyText(guard: Guard, language: Language, when: When): string {
  const { say, tag } = language;
  switch (guard.code) {
    case 'open_duty': {
      const names = guard.duties.map((duty) => dutyName(duty, 'open', { language }));
      const duties = new Intl.ListFormat(tag, { type: 'conjunction' }).format(names);
      return say('guard.openDuty', { duties, n: names.length });
    }
    case 'conflict':
      return guard.self ? say('guard.conflictSelf') : say('guard.conflict', { name: guard.name });
    case 'same_handler':
      return say('guard.sameHandler');
    case 'second_acknowledgement':
      return say('guard.second', { when: when.moment(guard.at) });
  }
}

/** All that the submit is held back for and how to go on: the one text that Zendesk shows. */
export function heldText(guards: readonly Guard[], language: Language, when: When): string {
  const whys = guards.map((guard) => whyText(guard, language, when));
  const how = language.say(guards.some(needsReason) ? 'guard.giveReason' : 'guard.again');
  return `Complaint Clock: ${[...whys, how].join(' ')}`;
}
