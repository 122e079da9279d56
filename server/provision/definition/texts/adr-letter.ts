import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { bullets, heading, letter, link, paragraph, signature } from './html.ts';

const body: Letter = ({ ombudsman }, { adrLetter: words }) =>
  ombudsman
    ? letter(
        paragraph(words.body(ombudsman)),
        bullets(link(ombudsman.url), ...ombudsman.contact),
        ombudsman.until ? paragraph(words.until(ombudsman)) : '',
        ombudsman.note ? paragraph(ombudsman.note) : '',
      )
    : paragraph(place(words.bodyPlace));

/**
 * What a customer is told unasked at deadlock or at the regulator's limit (Ofcom, General Condition C4; §37 VSBG): that
 * there is no agreement, which body can be turned to, that it is free and independent, and until when.
 */
export const adrLetter: Letter = (facts, prose) => {
  const { frame, adrLetter: words } = prose;
  return letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.stand),
    paragraph(place(words.standPlace)),
    heading(words.now),
    body(facts, prose),
    paragraph(words.enough),
    signature(frame.regards, facts.company),
  );
};
