/** A piece of a text: where it stands, in UTF-16 units, and its words as written. */
export interface Span {
  readonly from: number;
  readonly until: number;
  readonly text: string;
}

/** Every match of a global expression; `group` names the part that is meant, the whole match without it. */
export function spansOf(text: string, pattern: RegExp, group?: string): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const part = group === undefined ? match[0] : match.groups?.[group];
    if (part === undefined) return [];
    const from = match.index + match[0].lastIndexOf(part);
    return [{ from, until: from + part.length, text: part }];
  });
}

/** Of spans that overlap their neighbour, the longer; in the order of the text. */
export function longest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (!last || last.until <= span.from) kept.push(span);
    else if (span.text.length > last.text.length) kept[kept.length - 1] = span;
  }
  return kept;
}

/** The spans that overlap none of `others`; both in the order of the text, `others` apart from each other. */
export function clearOf(spans: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter((span) => {
    while ((others[next]?.until ?? Number.POSITIVE_INFINITY) <= span.from) next += 1;
    return (others[next]?.from ?? Number.POSITIVE_INFINITY) >= span.until;
  });
}

/** In the order of the text, each only once: two are the same where `key` says so. */
export function distinct(spans: readonly Span[], key: (span: Span) => string): Span[] {
  const seen = new Set<string>();
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .filter((span) => {
      const name = key(span);
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    });
}

/** For comparing: lower case, one space between words. */
export function plainKey({ text }: Span): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
