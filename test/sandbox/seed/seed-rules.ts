import type { Account } from '../account/account.ts';
import { addField } from '../fields/on-forms.ts';
import { readField } from '../fields/read-field.ts';
import { readItem } from '../liquid/read-dynamic-content.ts';
import { readAutomation, readMacro, readTrigger } from '../rules/read-rule.ts';
import { readView } from '../rules/read-view.ts';
import { firstCategory } from '../rules/trigger-categories.ts';
import { readIntervals, readSchedule, seedHolidays } from '../schedules/read-schedule.ts';
import { seedEach } from './seed-each.ts';
import type { SeedFile, SeedSchedule } from './seed-file.ts';
import { STANDARD_AUTOMATIONS } from './standard-automations.ts';
import { STANDARD_TRIGGERS } from './standard-triggers.ts';
import { STANDARD_VIEWS } from './standard-views.ts';

/** Fields, texts, schedules and rules, in the order in which they name each other. */
export function seedRules(account: Account, seed: SeedFile): void {
  firstCategory(account);
  seedEach('ticket_fields', seed.ticket_fields, (body) => addField(account, readField(account, body)));
  seedEach('dynamic_content', seed.dynamic_content, (body) =>
    put(account.dynamicContent, readItem(account, body)),
  );
  seedEach('schedules', seed.schedules, (schedule) => seedSchedule(account, schedule));
  seedEach('macros', seed.macros, (body) => put(account.macros, readMacro(account, body)));
  seedEach('triggers', seed.triggers ?? STANDARD_TRIGGERS, (body) =>
    put(account.triggers, readTrigger(account, body)),
  );
  seedEach('automations', seed.automations ?? STANDARD_AUTOMATIONS, (body) =>
    put(account.automations, readAutomation(account, body)),
  );
  seedEach('views', seed.views ?? STANDARD_VIEWS, (body) => put(account.views, readView(account, body)));
}

function seedSchedule(account: Account, input: SeedSchedule): void {
  const { id, intervals, holidays, ...body } = input;
  if (id !== undefined) account.ids.reserve('other', id);
  const read = readSchedule(account, body);
  const schedule = {
    ...read,
    id: id ?? read.id,
    intervals: intervals ? readIntervals(intervals) : read.intervals,
  };
  put(account.schedules, seedHolidays(account, schedule, holidays));
}

function put<Item extends { id: number }>(map: Map<number, Item>, item: Item): void {
  map.set(item.id, item);
}
