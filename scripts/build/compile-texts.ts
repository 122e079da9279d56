import { IntlMessageFormat } from 'intl-messageformat';

/** A text as it is shown, or its parts where it takes values: what intl-messageformat would read anew in each page. */
export type Message = string | ReturnType<IntlMessageFormat['getAst']>;

/** Texts in groups, as a file of translations/ holds them. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

function compile(text: string, language: string): Message {
  const parts = new IntlMessageFormat(text, language).getAst();
  const [only] = parts;
  return parts.length === 1 && only?.type === 0 ? only.value : parts;
}

/** The messages of a language by their full names, such as `step.update`. @throws SyntaxError for one that is no ICU */
export function compileTexts(tree: TextTree, language: string, path = ''): Map<string, Message> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): (readonly [string, Message])[] =>
      typeof value === 'string'
        ? [[path + key, compile(value, language)]]
        : [...compileTexts(value, language, `${path}${key}.`)],
    ),
  );
}
