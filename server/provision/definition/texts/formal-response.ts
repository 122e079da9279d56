import type { Outcome } from '../../../../domain/events.ts';
import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, signature } from './html.ts';
import { appealWay, ombudsmanWay } from './ways-on.ts';

/** The formal response with an outcome: decision, reasons, what we do, and the way on for a customer who disagrees. */
export const formalResponse =
  (outcome: Outcome): Letter =>
  (facts, prose) => {
    const { frame, response: words } = prose;
    const { decision, doing, thanks } = words.outcomes[outcome];
    return letter(
      paragraph(frame.helloName),
      paragraph(words.opening),
      heading(words.complaint),
      paragraph(place(words.complaintPlace)),
      heading(words.decision),
      paragraph(decision),
      heading(words.reasons),
      paragraph(place(words.reasonsPlace)),
      heading(words.doing),
      paragraph(place(doing)),
      heading(words.disagree),
      appealWay(facts, prose),
      ombudsmanWay(facts, prose),
      paragraph(thanks),
      signature(frame.regards, facts.company),
    );
  };
