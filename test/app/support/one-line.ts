import type { TextKey } from '../../../app/ui/language.ts';

/** The texts that stand on one line: where they don't fit they are cut off, or push others away. All others wrap. */

/** Primary buttons with the menu's button at their side. */
export const BESIDE_MENU = [
  'adr.write',
  'appeal.assign',
  'appeal.write',
  'case.writeAcknowledgement',
  'case.writeResponse',
  'case.writeUpdate',
  'closed.closeTitle',
  'closed.reopen',
  'menu.respond',
  'post.print',
  'referral.fileSubmit',
  'referral.setDate',
] as const satisfies readonly TextKey[];

/** Buttons over the whole width. */
export const WIDE = [
  'act.insertLetter',
  'act.saving',
  'adr.submit',
  'appeal.record',
  'ask.insert',
  'closed.closeSubmit',
  'correct.submit',
  'delay.save',
  'extend.submitPlain',
  'flags.submit',
  'form.submit',
  'form.submitting',
  'lesson.submit',
  'letter.submit',
  'menu.label',
  'notComplaint.submit',
  'phone.insert',
  'phone.record',
  'phone.recording',
  'post.next',
  'post.save',
  'post.saving',
  'referral.dateSubmit',
  'referral.decision',
  'referral.submit',
  'response.insert',
  'response.review',
  'review.ask',
  'review.checked',
  'withdraw.submit',
] as const satisfies readonly TextKey[];

/** Small buttons, most of them in a box. */
export const SMALL = [
  'count.yes',
  'done.appeal',
  'done.question',
  'guard.go',
  'letter.start',
  'link.addTo',
  'none.record',
] as const satisfies readonly TextKey[];

/** Side by side on one line: choices, and a button with a link. */
export const SEGMENTS = [
  ['form.byForm', 'form.byLetter', 'form.byEmail', 'form.byOther'],
  ['withdraw.phone', 'withdraw.email', 'withdraw.letter', 'withdraw.other'],
  ['response.upheld', 'response.partly', 'response.notUpheld'],
  ['referral.acceptsYes', 'referral.acceptsNo', 'referral.acceptsOpen'],
] as const satisfies readonly (readonly TextKey[])[];
export const PAIRS = [
  ['hint.yes', 'hint.no'],
  ['count.yes', 'count.no'],
] as const satisfies readonly (readonly TextKey[])[];

/** What the block at the top is called, beside a state: its words should not have to be broken. */
export const HEADS = [
  {
    titles: [
      'step.acknowledgement',
      'step.update',
      'step.response',
      'step.adr_letter',
      'step.appealAcknowledgement',
      'step.appealResponse',
      'step.dataAcknowledgement',
      'step.dataResponse',
      'step.caseFile',
    ],
    states: ['state.running', 'state.soon', 'state.today', 'state.overdue'],
  },
  {
    titles: ['done.title'],
    states: ['state.met', 'state.metLate'],
  },
  {
    titles: ['appeal.title'],
    states: ['state.work'],
  },
] as const satisfies readonly { titles: readonly TextKey[]; states: readonly TextKey[] }[];

/** Rows that open, with a number at their end. */
export const ROWS = ['details.title', 'history.title', 'related.title'] as const satisfies readonly TextKey[];
