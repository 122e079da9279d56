import { expect, test } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import type { MarkCode } from '../../../domain/marks.ts';
import type { Note } from '../../../domain/notes.ts';
import { languageFor, noteText } from '../../../server/reconcile/note-text.ts';
import { readPolicy } from '../../support/policy.ts';
import { at } from './history-builder.ts';

const policy = await readPolicy('policies/ask4.yaml');
const dueSoon: Note = {
  code: 'due_soon',
  key: 'due_soon:ask4.update:2026-04-09',
  deadline: {
    regime: 'ask4',
    duty: 'update',
    doneBy: 'updated',
    after: 'acknowledged',
    anchorAt: at('2026-04-02T09:00:00Z'),
    projected: false,
    within: { amount: 3, unit: 'working_days' },
    dueAt: at('2026-04-09T23:00:00Z'),
    dueDate: localDate('2026-04-09'),
    warnAt: at('2026-04-07T23:00:00Z'),
    hardCap: false,
  },
};

test('a note at due soon names who, which duty, when and what to do', () => {
  const text = noteText([dueSoon], { assignee: 'Tom Walsh' }, 'en', policy);
  expect(text).toBe(
    'For Tom Walsh:\n\nThe status update is due by the end of Thu 9 Apr 2026. Please write to the customer: open Complaint Clock beside this ticket and choose "Write status update".',
  );
});

test('goes to the group where nobody is assigned, and to the team where there is no group', () => {
  expect(noteText([dueSoon], { group: 'Billing' }, 'en', policy)).toContain(
    'Nobody is assigned. For the group Billing:',
  );
  expect(noteText([dueSoon], {}, 'de', policy)).toContain('Niemand ist zuständig. Für das Team:');
});

test('a German reader gets German', () => {
  expect(languageFor('de-AT')).toBe('de');
  expect(noteText([dueSoon], { assignee: 'Anna Becker' }, 'de', policy)).toContain(
    'Der Zwischenstand ist bis zum Ende des Tages, Do., 9. Apr. 2026, fällig.',
  );
});

test('an hour duty names the time in the zone of the policy', () => {
  const hours: Note = {
    ...dueSoon,
    code: 'due_soon',
    deadline: {
      ...dueSoon.deadline,
      duty: 'acknowledgement',
      within: { amount: 24, unit: 'hours' },
      dueAt: at('2026-04-09T14:30:00Z'),
    },
  };
  expect(noteText([hours], {}, 'en', policy)).toContain('on Thu 9 Apr 2026 at 15:30');
});

test('a refused channel says why, and how the customer can complain', () => {
  for (const language of ['en', 'de'] as const) {
    const text = noteText([{ code: 'channel_refused', key: 'channel_refused' }], {}, language, policy);
    expect(text).toContain(policy.company.complaintFormUrl);
    expect(text).toContain(policy.company.postalAddress.join(', '));
  }
});

test('every mark has its words in both languages', () => {
  const codes: MarkCode[] = [
    'burst',
    'not_delivered',
    'tag_removed_twice',
    'metadata_unreadable',
    'solved_with_open_duty',
  ];
  for (const code of codes) {
    const note: Note = { code: 'needs_person', key: code, mark: { code, since: 0 } };
    const [english, german] = [noteText([note], {}, 'en', policy), noteText([note], {}, 'de', policy)];
    expect(english).toMatch(/Please|lead/);
    expect(german).toMatch(/Bitte|bitte|Teamleitung/);
    expect(english).not.toBe(german);
  }
});
