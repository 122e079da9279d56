import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, signature } from './html.ts';

/** Says what was wrong about the way, not about the complaint, which goes on all the same. */
export const behaviour: Letter = (facts, { frame, behaviour: words }) =>
  letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.happened),
    paragraph(place(words.happenedPlace)),
    paragraph(words.respect),
    heading(words.again),
    paragraph(words.consequence),
    paragraph(words.support),
    signature(frame.regards, facts.company),
  );
