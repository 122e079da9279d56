import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, signature } from './html.ts';

/**
 * A frame: the agent fills in the marked places, or deletes the paragraph that is not needed. The response is counted
 * from the first update; a second one must not seem to promise a later date.
 */
export const statusUpdate: Letter = (facts, { frame, statusUpdate: words }) =>
  letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.found),
    paragraph(place(words.foundPlace)),
    heading(words.open),
    paragraph(place(words.openPlace)),
    heading(words.need),
    paragraph(place(words.needPlace)),
    heading(frame.next),
    paragraph(`${words.response(facts)} ${frame.replyAnyTime}`),
    signature(frame.regards, facts.company),
  );
