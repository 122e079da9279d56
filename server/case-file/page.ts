import { dateText } from '../../domain/reason-text.ts';
import type { AdrLetter } from './adr-letter.ts';
import { deadlineTable } from './deadline-table.ts';
import { WORDS } from './deadline-words.ts';
import { escaped, pageOf } from './html.ts';
import { type TimelineParts, timelineHtml } from './timeline.ts';

export interface PageParts extends TimelineParts {
  readonly adrLetter: AdrLetter | undefined;
}

const section = (title: string, html: string): string => `<h2>${escaped(title)}</h2>\n${html}`;
const lines = (texts: readonly string[]): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
const list = (texts: readonly string[]): string =>
  `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;

function factsHtml({ contents, language, labels, words }: PageParts): string {
  const { kase, policy, tickets, comments } = contents;
  const customer = comments.find(({ author }) => !author.isStaff)?.author.name;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.company, policy.company.name],
    [words.customer, customer],
    [words.channel, labels.of('channel', kase.channel, language)],
    [words.stage, WORDS[language].stages[kase.stage]],
    [words.outcome, kase.outcome && words.outcomes[kase.outcome]],
  ];
  const rows = facts.flatMap(([name, text]) =>
    text ? [`<tr><th scope="row">${escaped(name)}</th><td>${escaped(text)}</td></tr>`] : [],
  );
  const all = tickets.map(({ id, subject }) => words.ticket(id, subject));
  return `<table><tbody>${rows.join('')}</tbody></table>\n<h3>${escaped(words.tickets)}</h3>\n${list(all)}`;
}

function policyHtml({ contents: { policy, policyText }, language, words }: PageParts): string {
  return lines([
    words.policyInForce(policy.id, policy.version, dateText(policy.effectiveFrom, language)),
    words.policySource(policy.source),
    policyText ? words.policyFile : words.noPolicyFile,
    ...(policy.schedule === undefined ? [] : [words.schedule(policy.schedule)]),
  ]);
}

function adrHtml({ adrLetter, words, when }: PageParts): string {
  if (!adrLetter) return lines([words.noAdrLetter]);
  const { event, comment } = adrLetter;
  return lines([
    comment
      ? words.adrByTicket(when(event.at), comment.auditId, comment.ticketId)
      : words.adrByPost(when(event.at), when(event.recordedAt), event.auditId),
  ]);
}

/** The file's front: the complaint, its deadlines, what was told of the ombudsman, and all that happened. */
export function filePage(parts: PageParts): string {
  const { contents, language, words, when } = parts;
  const title = words.title(contents.homeTicketId);
  const remarks = [...contents.remarks].map((code) => words.remark[code]);
  const body = [
    `<h1>${escaped(title)}</h1>`,
    lines([words.built(when(contents.now), contents.policy.timeZone), words.printNote, words.manifestNote]),
    ...(remarks.length > 0 ? [section(words.remarks, list(remarks))] : []),
    section(words.facts, factsHtml(parts)),
    section(words.deadlines, deadlineTable(parts)),
    section(words.policy, policyHtml(parts)),
    section(words.adrLetter, adrHtml(parts)),
    section(words.timeline, `${lines([words.attachmentsWarning])}\n${timelineHtml(parts)}`),
  ];
  return pageOf(language, title, body.join('\n'));
}
