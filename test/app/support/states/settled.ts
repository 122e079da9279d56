import { cases } from '../cases.ts';
import { menu, press, type State } from './state.ts';

const old = { createdAt: '-400h' } as const;
/** Not so long ago that Zendesk would have locked the ticket, and before the response. */
const recent = { createdAt: '-50h' } as const;
const unread = {
  author: 20,
  body: 'I do not agree with the credit. The line was down for three weeks.',
  at: '-1h',
};

/** Complaints whose formal response is out, or that have ended without one. */
export const settled: Readonly<Record<string, State>> = {
  responded: {
    ticket: { record: cases.withRedress, ...old, values: { redress: 'complaint_redress_credit' } },
    english: ['Responded', 'On time', 'Partly upheld', 'Tue 7 Apr, 15:48'],
    german: ['Beantwortet', 'Eingehalten', 'Teilweise begründet', 'Di., 7. Apr., 16:48'],
  },
  'new message': {
    ticket: { record: cases.responded, requester: 20, ...old, replies: [unread] },
    english: ['Just a question', 'Record appeal'],
    german: ['Nur eine Rückfrage'],
  },
  closing: {
    ticket: { record: cases.responded, ...old },
    act: press('closed.closeTitle'),
    english: [/28 days later at most/],
    german: [],
  },
  appealing: {
    ticket: { record: cases.responded, ...old },
    act: menu('menu.appeal'),
    english: ['Asked for on'],
    german: [],
  },
  'writing the ADR letter': {
    ticket: { record: cases.responded, ...old },
    act: menu('menu.adrLetter'),
    english: ['What could not be agreed'],
    german: [],
  },
  referring: {
    ticket: { record: cases.responded, ...old },
    act: menu('menu.refer'),
    english: ['Gone to the ombudsman'],
    german: [],
  },
  'no agreement': {
    ticket: { record: cases.deadlocked, ...old },
    english: ['ADR letter'],
    german: [],
  },
  appealed: {
    ticket: { record: cases.appealed, ...old },
    english: ['Appeal', 'In progress', 'Since Tue 7 Apr', 'No deadline in the policy'],
    german: ['Überprüfung', 'In Arbeit', 'Seit Di., 7. Apr.', 'Keine Frist in der Richtlinie'],
  },
  'appealed, same handler': {
    ticket: { record: cases.appealed, ...old },
    authors: [0, 0, 'reader', 'reader'],
    english: ['Someone else, please'],
    german: ['Bitte jemand anderes'],
  },
  'handing over': {
    ticket: { record: cases.appealed, ...old },
    authors: [0, 0, 'reader', 'reader'],
    act: press('appeal.assign'),
    english: ['Assigns the ticket at once, with an internal note. Whoever takes it answers the appeal.'],
    german: ['Der Teamleitung zuweisen'],
  },
  'writing the appeal’s outcome': {
    ticket: { record: cases.appealed, ...old },
    act: press('appeal.write'),
    english: ['Insert into reply'],
    german: [],
  },
  'with the ombudsman': {
    ticket: { record: cases.referred, ...old },
    english: ['Enter the ombudsman’s date'],
    german: [],
  },
  'ombudsman’s date set': {
    ticket: { record: cases.caseFileDue, ...old },
    english: ['Send case file', 'Tue 14 Apr', 'CO-2026-11873'],
    german: [],
  },
  'ombudsman’s date': {
    ticket: { record: cases.caseFileDue, ...old },
    act: press('referral.change'),
    english: ['Case file due on'],
    german: [],
  },
  'case file sent': {
    ticket: { record: cases.caseFileDue, ...old },
    act: press('referral.fileSubmit'),
    english: ['Once the ombudsman has it. The date is then met.'],
    german: [],
  },
  deciding: {
    ticket: { record: cases.caseFileDue, ...old },
    act: press('referral.decision'),
    english: ['Decided on'],
    german: [],
  },
  closed: {
    ticket: { record: cases.closed, ...recent, status: 'solved' },
    english: [
      'Closed',
      'Partly upheld',
      /Zendesk locks the ticket by .* a new message opens a follow-up ticket/,
    ],
    german: ['Abgeschlossen', 'Teilweise begründet', /Folgeticket/],
  },
  reopening: {
    ticket: { record: cases.closed, ...recent, status: 'solved' },
    act: press('closed.reopen'),
    english: ['Reopen complaint'],
    german: [],
  },
  withdrawn: {
    ticket: { record: cases.withdrawn, ...old },
    english: ['Complaint ended', 'Withdrawn by the customer'],
    german: ['Beschwerde beendet', 'Von der Person zurückgezogen'],
  },
};
