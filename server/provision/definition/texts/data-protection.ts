import type { Letter } from './facts.ts';
import { heading, letter, paragraph } from './html.ts';

/** No letter of its own: added to another one where a complaint is about personal data. */
export const dataProtection: Letter = (facts, { dataProtection: words }) =>
  letter(heading(words.heading), paragraph(words.text(facts)));
