import type { Letter } from './facts.ts';
import { bullets, heading, letter, paragraph } from './html.ts';

/**
 * Sent by the service without a person reading it first, so nothing in it may come from the customer: neither name
 * nor subject nor text, all of which the sender of an e-mail can choose. `{{ticket.id}}` is the one placeholder.
 */
export const acknowledgement: Letter = (facts, { frame, acknowledgement: words }) =>
  letter(
    paragraph(frame.hello),
    paragraph(words.received),
    paragraph(words.sorry),
    heading(frame.next),
    bullets(words.update(facts), words.response(facts)),
    heading(words.helps),
    paragraph(words.send),
    bullets(frame.summary, ...facts.evidence.map((kind) => frame.evidence[kind])),
    heading(words.reach),
    paragraph(words.reply),
    facts.addressBlock,
    paragraph(frame.regards, frame.team(facts)),
  );
