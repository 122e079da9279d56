import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, signature } from './html.ts';
import { ombudsmanWay } from './ways-on.ts';

/** Told before the old date has passed: the reason and the new date, and whom the customer may turn to meanwhile. */
export const extension: Letter = (facts, prose) => {
  const { frame, extension: words } = prose;
  return letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.why),
    paragraph(place(words.whyPlace)),
    heading(words.when),
    paragraph(words.until),
    heading(words.meanwhile),
    paragraph(place(words.meanwhilePlace)),
    paragraph(frame.replyAnyTime),
    facts.ombudsman ? ombudsmanWay(facts, prose) : '',
    signature(frame.regards, facts.company),
  );
};
