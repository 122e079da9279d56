/** One part of a search: a word of text, or a property compared with a value. */
export interface Term {
  /** `-tags:vip` and `-word` leave out. */
  negated: boolean;
  /** Empty for free text. */
  field: string;
  operator: ':' | '<' | '>' | '<=' | '>=';
  value: string;
}

const PART = /(-?)(?:([\w.]+)(:|<=|>=|<|>))?("([^"]*)"|[^\s"]+)/g;

/** Takes a Zendesk search text apart: `type:ticket tags:vip status<solved created>2026-04-01 "exact words"`. */
export function parseQuery(text: string): Term[] {
  return [...text.matchAll(PART)].map(([, minus, field, operator, raw, quoted]) => ({
    negated: minus === '-',
    field: (field ?? '').toLowerCase(),
    operator: operatorOf(operator),
    value: quoted ?? raw ?? '',
  }));
}

function operatorOf(text: string | undefined): Term['operator'] {
  return text === '<' || text === '>' || text === '<=' || text === '>=' ? text : ':';
}
