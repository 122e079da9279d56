import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

/** A fault of a policy file at its place, counted from 1. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line as it stands in the file. */
  readonly quote: string;
}

/** A policy file's text, and how to find places in it. */
export interface PolicySource {
  /** What the text says, to be parsed further; undefined where it can't be read as YAML at all. */
  readonly data: unknown;
  /** What is wrong with it as YAML. */
  readonly faults: readonly Fault[];
  /** Whether the path leads to something in the file. */
  has(path: readonly PropertyKey[]): boolean;
  /** A fault at a path; where the file has nothing there, at what should hold it. With `atKey` the key is meant. */
  faultAt(path: readonly PropertyKey[], message: string, options?: { readonly atKey?: boolean }): Fault;
}

/** What to do about what the YAML parser finds, by its codes. */
const FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is there twice: take one out',
  TAB_AS_INDENT: 'a tab indents this line: use spaces',
  BAD_INDENT: 'the indentation does not fit the lines above: begin all keys of one level in the same column',
  MULTIPLE_DOCS: 'a second document begins here: one file holds one policy, so take "---" out',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " stands in this line: put the text in quotes',
  BAD_SCALAR_START: 'a text can’t begin with this sign: put the text in quotes',
  MISSING_CHAR: 'something that was opened before is not closed: look for a missing quote or bracket',
  TAG_RESOLVE_FAILED: 'words beginning with "!" have a meaning in YAML: put the text in quotes',
};

interface Found {
  readonly offset: number;
  readonly keyOffset: number;
  readonly complete: boolean;
}

const startOf = (node: unknown): number | undefined =>
  isCollection(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;

/** What stands at a key of a map or an index of a list, and where. */
function step(
  node: unknown,
  key: PropertyKey,
): { value: unknown; keyOffset: number | undefined } | undefined {
  if (isSeq(node) && typeof key === 'number') {
    const value = node.items[key];
    return value === undefined ? undefined : { value, keyOffset: startOf(value) };
  }
  const pair = isMap(node)
    ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
    : undefined;
  return isPair(pair) ? { value: pair.value, keyOffset: startOf(pair.key) } : undefined;
}

function find(document: Document, path: readonly PropertyKey[]): Found {
  let node: unknown = document.contents;
  let keyOffset = startOf(node) ?? 0;
  for (const key of path) {
    const found = step(isAlias(node) ? node.resolve(document) : node, key);
    if (!found) return { offset: keyOffset, keyOffset, complete: false };
    node = found.value;
    keyOffset = found.keyOffset ?? keyOffset;
  }
  const plain = isScalar(node) && node.range && node.range[0] < node.range[1] ? startOf(node) : undefined;
  return { offset: plain ?? keyOffset, keyOffset, complete: true };
}

function unresolved(document: Document): Node[] {
  const found: Node[] = [];
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) found.push(alias);
    },
  });
  return found;
}

/** Reads a policy file's text as YAML, with every fault of it as YAML. */
export function readSource(text: string): PolicySource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lines = text.split(/\r?\n/);
  const fault = (offset: number, message: string): Fault => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), message, quote: lines[line - 1] ?? '' };
  };
  const broken = [...document.errors, ...document.warnings].map(({ code, pos, message }) =>
    fault(pos[0], FIXES[code] ?? `${message}: check the indentation, and quote texts with special signs`),
  );
  const aliases = unresolved(document).map((alias) =>
    fault(
      startOf(alias) ?? 0,
      'a text beginning with "*" points at an anchor that is not there: put it in quotes',
    ),
  );
  const empty = document.contents === null && broken.length === 0;
  const faults = [...broken, ...aliases, ...(empty ? [fault(0, 'the file is empty: write a policy')] : [])];
  // A key that is there twice leaves the rest readable.
  const readable =
    !empty && aliases.length === 0 && document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  return {
    data: readable ? document.toJS() : undefined,
    faults,
    has: (path) => find(document, path).complete,
    faultAt: (path, message, { atKey = false } = {}) => {
      const { offset, keyOffset } = find(document, path);
      return fault(atKey ? keyOffset : offset, message);
    },
  };
}
