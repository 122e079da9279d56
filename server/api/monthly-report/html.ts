/** Text that is HTML already. Made only by the functions of this module. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

function written(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(written).join('');
}

/** HTML in which whatever is put in is text, unless it was made by this too. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + written(parts[index])).join(''));
}

export interface Column {
  readonly title: string;
  /** `number` stands on the right, in one line; `time` may wrap between its units; `text` is what people wrote. */
  readonly kind?: 'number' | 'time' | 'text';
}

/** A table with its caption; the first cell of a row heads it. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Part[])[]): Html {
  const classOf = (index: number): Html => {
    const kind = columns[index]?.kind;
    return new Html(kind ? ` class="${kind}"` : '');
  };
  const heads = columns.map(({ title }, index) => html`<th scope="col"${classOf(index)}>${title}</th>`);
  const body = rows.map(([head, ...cells]) => {
    const rest = cells.map((cell, index) => html`<td${classOf(index + 1)}>${cell}</td>`);
    return html`<tr><th scope="row">${head}</th>${rest}</tr>`;
  });
  return html`<table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}
