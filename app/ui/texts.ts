import { IntlMessageFormat } from 'intl-messageformat';

/** The names of all texts in a tree, such as `step.update`. */
export type Leaf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaf<Tree[Key]>}`;
}[keyof Tree & string];

/** A text as it is shown, or, where it takes values, its parts as the build has read them. */
export type Message = string | ReturnType<IntlMessageFormat['getAst']>;

/** By their full names. */
export type Texts = Readonly<Record<string, Message>>;

export type SayOf<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Writes texts with their values, as the locale does; a format is made when it is first needed.
 * @param messages may be filled while the page lives
 */
export function createSay<Key extends string>(
  messages: ReadonlyMap<string, Message>,
  tag: string,
): SayOf<Key> {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`translations/ has no text ${key}`);
    if (typeof message === 'string') return message;
    const format = formats.get(key) ?? new IntlMessageFormat(message, tag);
    formats.set(key, format);
    return String(format.format(values));
  };
}
