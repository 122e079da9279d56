import type pg from 'pg';

/** What pg's connection can do besides what its types tell. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A `COPY ... FROM STDIN` as pg takes queries of one's own: it calls back as the server answers. */
class CopyIn {
  readonly #text: string;
  readonly #rows: string;
  readonly #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void };
  #failed = false;
  constructor(
    text: string,
    rows: string,
    settle: { readonly resolve: () => void; readonly reject: (error: Error) => void },
  ) {
    this.#text = text;
    this.#rows = rows;
    this.#settle = settle;
  }
  submit(connection: Pick<pg.Connection, 'query'>): void {
    connection.query(this.#text);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#rows));
    connection.endCopyFrom();
  }
  handleError(error: Error): void {
    this.#failed = true;
    this.#settle.reject(error);
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    if (!this.#failed) this.#settle.resolve();
  }
}

/** As COPY's text format wants a value. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return text.replace(
    /[\\\t\n\r]/g,
    (one) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[one] ?? one,
  );
}

/** Puts rows into a table, the fastest way that Postgres has. */
export function copyInto(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const text = rows.map((row) => `${row.map(copyValue).join('\t')}\n`).join('');
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(`copy ${table} (${columns.join(', ')}) from stdin`, text, { resolve, reject }));
  });
}
