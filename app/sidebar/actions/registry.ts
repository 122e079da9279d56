import { ACTION_IDS, type ActionId } from '../../../domain/actions.ts';
import { ResponseForm } from '../views/ResponseForm.tsx';
import type { ActionEntry } from './action.ts';
import { AdrForm } from './adr/AdrForm.tsx';
import { AppealForm } from './appeal/AppealForm.tsx';
import { AppealOutcomeForm } from './appeal/AppealOutcomeForm.tsx';
import { AskEvidenceForm } from './ask-evidence/AskEvidenceForm.tsx';
import { AskReview } from './ask-review/AskReview.tsx';
import { BehaviourForm } from './behaviour/BehaviourForm.tsx';
import { CloseForm } from './close/CloseForm.tsx';
import { CorrectForm } from './correct/CorrectForm.tsx';
import { DecideForm } from './decide/DecideForm.tsx';
import { ExplainDelay } from './explain-delay/ExplainDelay.tsx';
import { ExtendForm } from './extend/ExtendForm.tsx';
import { FlagsForm } from './flags/FlagsForm.tsx';
import { LessonForm } from './lesson/LessonForm.tsx';
import { NotAComplaintForm } from './not-a-complaint/NotAComplaintForm.tsx';
import { CaseFileSentForm } from './ombudsman/CaseFileSentForm.tsx';
import { OmbudsmanDateForm } from './ombudsman/OmbudsmanDateForm.tsx';
import { orByPost } from './post/PostAction.tsx';
import { ReferForm } from './refer/ReferForm.tsx';
import { ReopenForm } from './reopen/ReopenForm.tsx';
import { WithdrawForm } from './withdraw/WithdrawForm.tsx';

export type { ActionEntry, ActionProps } from './action.ts';

/** Every action of the domain, in the order of the menu. A form is registered by one line. */
export const ACTIONS: Readonly<Record<ActionId, ActionEntry>> = {
  extend: { label: 'menu.extend', hint: 'menu.extendHint', menu: true, Form: ExtendForm },
  ask_evidence: {
    label: 'menu.askEvidence',
    hint: 'menu.askEvidenceHint',
    menu: true,
    Form: AskEvidenceForm,
  },
  appeal: { label: 'menu.appeal', hint: 'menu.appealHint', menu: true, Form: AppealForm },
  question: { label: 'menu.question', hint: 'menu.questionHint', menu: true },
  adr_letter: { label: 'menu.adrLetter', hint: 'menu.adrLetterHint', menu: true, Form: AdrForm },
  refer: { label: 'menu.refer', hint: 'menu.referHint', menu: true, Form: ReferForm },
  ombudsman_date: {
    label: 'menu.ombudsmanDate',
    hint: 'menu.ombudsmanDateHint',
    menu: true,
    Form: OmbudsmanDateForm,
  },
  case_file_sent: {
    label: 'menu.caseFileSent',
    hint: 'menu.caseFileSentHint',
    menu: true,
    Form: CaseFileSentForm,
  },
  case_file: {
    label: 'menu.caseFile',
    hint: 'menu.caseFileHint',
    menu: true,
    page: (ticketId) => `case/${ticketId}`,
  },
  decide: { label: 'menu.decide', hint: 'menu.decideHint', menu: true, Form: DecideForm },
  lesson: { label: 'menu.lesson', hint: 'menu.lessonHint', menu: true, Form: LessonForm },
  close: { label: 'menu.close', hint: 'menu.closeHint', menu: true, Form: CloseForm },
  reopen: { label: 'menu.reopen', hint: 'menu.reopenHint', menu: true, Form: ReopenForm },
  withdraw: { label: 'menu.withdraw', hint: 'menu.withdrawHint', menu: true, Form: WithdrawForm },
  not_a_complaint: {
    label: 'menu.notComplaint',
    hint: 'menu.notComplaintHint',
    menu: true,
    Form: NotAComplaintForm,
  },
  flags: { label: 'menu.flags', hint: 'menu.flagsHint', menu: true, Form: FlagsForm },
  behaviour: {
    label: 'menu.behaviour',
    hint: 'menu.behaviourHint',
    menu: true,
    Form: orByPost('behaviour', BehaviourForm),
  },
  correct: { label: 'menu.correct', hint: 'menu.correctHint', menu: true, Form: CorrectForm },
  ask_review: { label: 'menu.askReview', hint: 'menu.askReviewHint', menu: true, Form: AskReview },
  explain_delay: {
    label: 'menu.explainDelay',
    hint: 'menu.explainDelayHint',
    menu: true,
    Form: ExplainDelay,
  },
  acknowledge: { label: 'menu.acknowledge', hint: 'menu.insertHint', menu: false },
  update: { label: 'menu.update', hint: 'menu.insertHint', menu: false, Form: orByPost('updated') },
  another_update: {
    label: 'menu.anotherUpdate',
    hint: 'menu.insertHint',
    menu: false,
    Form: orByPost('updated'),
  },
  respond: {
    label: 'menu.respond',
    hint: 'menu.insertHint',
    menu: false,
    Form: orByPost('responded', ResponseForm),
  },
  appeal_acknowledge: {
    label: 'menu.appealAcknowledge',
    hint: 'menu.insertHint',
    menu: false,
    Form: orByPost('appeal_acknowledged'),
  },
  appeal_respond: {
    label: 'menu.appealRespond',
    hint: 'menu.insertHint',
    menu: false,
    Form: orByPost('appeal_responded', AppealOutcomeForm),
  },
};

/** What the menu holds: allowed by the case, with a form or a page to go to, in the menu's order. */
export function menuOf(allowed: readonly ActionId[], { hasPage }: { readonly hasPage: boolean }): ActionId[] {
  const order = Object.keys(ACTIONS);
  const leadsOn = ({ Form, page }: ActionEntry): boolean =>
    Form !== undefined || (hasPage && page !== undefined);
  return ACTION_IDS.filter((id) => ACTIONS[id].menu && leadsOn(ACTIONS[id]) && allowed.includes(id)).sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
}
