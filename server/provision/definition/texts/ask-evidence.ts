import type { Letter } from './facts.ts';
import { bullets, heading, letter, paragraph, signature } from './html.ts';

/** Lists all that the policy asks for: the agent deletes what is there already. The complaint does not wait for it. */
export const askEvidence: Letter = (facts, { frame, askEvidence: words }) =>
  letter(
    paragraph(frame.helloName),
    paragraph(words.opening),
    heading(words.helps),
    bullets(frame.summary, ...facts.evidence.map((kind) => frame.evidence[kind])),
    paragraph(words.reply),
    paragraph(words.dates),
    signature(frame.regards, facts.company),
  );
