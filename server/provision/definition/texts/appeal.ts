import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, signature } from './html.ts';
import { ombudsmanWay } from './ways-on.ts';

/** Not every policy sets a time for an appeal, so the letter promises none by itself. */
export const appealAcknowledgement: Letter = (facts, { frame, appealAcknowledgement: words }) =>
  letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(frame.next),
    paragraph(words.review),
    paragraph(words.add),
    signature(frame.regards, facts.company),
  );

/** The company's last word, and so the way to the ombudsman. */
export const appealOutcome: Letter = (facts, prose) => {
  const { frame, response, appealOutcome: words } = prose;
  return letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.appeal),
    paragraph(place(words.appealPlace)),
    heading(response.decision),
    paragraph(place(words.decisionPlace)),
    heading(response.reasons),
    paragraph(place(words.reasonsPlace)),
    heading(response.doing),
    paragraph(place(words.doingPlace)),
    heading(response.disagree),
    paragraph(words.final),
    ombudsmanWay(facts, prose),
    signature(frame.regards, facts.company),
  );
};
