/** One part of a search: a word of text, or a property compared with a value. */
export interface Term {
  /** `-tags:vip` and `-word` leave out. */
  negated: boolean;
  /** Empty for free text. */
  field: string;
  operator: ':' | '<' | '>' | '<=' | '>=';
  value: string;
}

/** What a query asks for, and in which order. */
export interface Query {
  terms: Term[];
  /** Kinds of records named by `type:`; empty for all. */
  types: string[];
  orderBy: string | undefined;
  sort: string | undefined;
}

const PART = /(-?)(?:([\w.]+)(:|<=|>=|<|>))?("([^"]*)"|[^\s"]+)/g;
export const KINDS = ['ticket', 'user', 'organization', 'group'];

/** Takes a Zendesk search text apart: `type:ticket tags:vip status<solved created>2026-04-01 "exact words"`. */
export function parseQuery(text: string): Query {
  const parts = [...text.matchAll(PART)].map(([, minus, field, operator, raw, quoted]) => ({
    negated: minus === '-',
    field: (field ?? '').toLowerCase(),
    operator: operatorOf(operator),
    value: quoted ?? raw ?? '',
  }));
  const isKind = (term: Term) => term.field === 'type' && KINDS.includes(term.value.toLowerCase());
  const wordOf = (field: string) => parts.find((term) => term.field === field)?.value.toLowerCase();
  return {
    terms: parts.filter((term) => !isKind(term) && term.field !== 'order_by' && term.field !== 'sort'),
    types: parts.filter(isKind).map((term) => term.value.toLowerCase()),
    orderBy: wordOf('order_by'),
    sort: wordOf('sort'),
  };
}

function operatorOf(text: string | undefined): Term['operator'] {
  return text === '<' || text === '>' || text === '<=' || text === '>=' ? text : ':';
}

/** Do all terms hold? Terms of one field are alternatives, as in Zendesk (`tags:a tags:b` is either). */
export function answers(terms: readonly Term[], holds: (term: Term) => boolean): boolean {
  const groups = new Map<string, Term[]>();
  for (const [index, term] of terms.entries()) {
    const alone = term.operator !== ':' || term.negated || term.field === '';
    const key = alone ? `#${index}` : term.field;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()].every((group) => group.some((term) => holds(term) !== term.negated));
}
