import type { Letter } from './facts.ts';
import { bullets, heading, letter, link, paragraph, signature, strong } from './html.ts';

/** For a complaint that came by a channel which the policy does not take, such as a phone call. */
export const howToComplain: Letter = (facts, { frame, howToComplain: words }) =>
  letter(
    paragraph(frame.hello),
    paragraph(words.thanks),
    paragraph(words.inWriting),
    bullets(`${strong(words.form)} ${link(facts.formUrl)}`, `${strong(words.post)} ${facts.addressLine}`),
    heading(words.what),
    bullets(words.happened, words.number, ...facts.evidence.map((kind) => frame.evidence[kind])),
    paragraph(words.anyway),
    heading(frame.next),
    paragraph(words.promises(facts)),
    paragraph(words.support),
    signature(frame.regards, facts.company),
  );
