import { IntlMessageFormat } from 'intl-messageformat';

/** The names of all texts in a tree, such as `step.update`. */
export type Leaf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaf<Tree[Key]>}`;
}[keyof Tree & string];

export type TextTree = { readonly [key: string]: string | TextTree };

export type SayOf<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

function textAt(tree: TextTree, key: string): string {
  let node: string | TextTree | undefined = tree;
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  if (typeof node !== 'string') throw new Error(`translations/ has no text ${key}`);
  return node;
}

/** Writes the texts of a tree with their values, as the locale does; a format is made when it is first needed. */
export function createSay<Key extends string>(tree: TextTree, tag: string): SayOf<Key> {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(textAt(tree, key), tag);
    formats.set(key, format);
    return String(format.format(values));
  };
}
