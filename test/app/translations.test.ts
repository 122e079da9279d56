import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import de from '../../translations/de.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const name = path === '' ? key : `${path}.${key}`;
      return typeof value === 'string' ? [[name, value] as const] : [...leaves(value, name)];
    }),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** The names of a message's values, plurals included. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue;
      if ('type' in node && node.type !== 0 && node.type !== 7 && 'value' in node)
        names.add(String(node.value));
      if ('options' in node && typeof node.options === 'object' && node.options !== null) {
        for (const option of Object.values(node.options)) {
          if (
            typeof option === 'object' &&
            option !== null &&
            'value' in option &&
            Array.isArray(option.value)
          )
            visit(option.value);
        }
      }
    }
  };
  visit(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort();
}

const english = leaves(en);
const german = leaves(de);
const code = sources(new URL('../../app', import.meta.url).pathname).join('\n');

describe('translations', () => {
  test('German and English have the same texts', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('no text is empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('both take the same values', () => {
    const taken = (texts: Map<string, string>) =>
      [...texts]
        .filter(([key]) => key.startsWith('ui.'))
        .map(([key, text]) => `${key}: ${argumentsOf(text)}`);
    expect(taken(german).sort()).toEqual(taken(english).sort());
    expect(argumentsOf('{n, plural, =1 {{day}} other {# {time}}}')).toEqual(['day', 'n', 'time']);
  });

  test('every text of the user interface is used', () => {
    const names = [...english.keys()].filter((key) => key.startsWith('ui.')).map((key) => key.slice(3));
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  test('every text that the code asks for is there', () => {
    const groups = new Set(Object.keys(en.ui));
    const asked = [...code.matchAll(/'([a-z]+\.[A-Za-z_]+)'/g)]
      .map(([, name = '']) => name)
      .filter((name) => groups.has(name.split('.')[0] ?? '') && !['draft.ts'].includes(name));
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((name) => !english.has(`ui.${name}`))).toEqual([]);
  });

  test('what Zendesk asks of a package is there: name, descriptions, a label for each setting', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
    const wanted = ['name', 'short_description', 'long_description', 'installation_instructions'];
    const labels = manifest.parameters.map(({ name }: { name: string }) => `parameters.${name}.label`);
    for (const key of [...wanted, ...labels]) {
      expect(english.get(`app.${key}`), key).toBeTruthy();
      expect(german.get(`app.${key}`), key).toBeTruthy();
    }
  });

  test('German says „Arbeitstag“, never „Werktag“, and no „Bescheid“ or „Widerspruch“ for our terms', () => {
    expect(
      [...german.values()].filter((text) => /werktag|widerspruch|formeller bescheid/i.test(text)),
    ).toEqual([]);
  });
});
