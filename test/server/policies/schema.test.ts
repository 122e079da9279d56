import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePolicyText } from '../../../server/policies/parse-text.ts';
import { type JsonSchema, policyJsonSchema } from '../../../server/policies/schema.ts';
import { schemaFileText } from '../../../server/policies/schema-file.ts';
import { SCHEMA_TEXTS } from '../../../server/policies/schema-texts.ts';
import { schemaErrors } from './support/json-schema.ts';
import { altered, GOOD } from './support/texts.ts';

const FOLDER = fileURLToPath(new URL('../../../policies', import.meta.url));
const schema = policyJsonSchema();
const errorsOf = (text: string): string[] => schemaErrors(schema, parse(text));

/** Every place of the schema with its part. */
function placesOf(part: JsonSchema, path = ''): [string, JsonSchema][] {
  const { properties = {}, items, additionalProperties } = part;
  const free = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return [
    ...(path ? [[path, part] as [string, JsonSchema]] : []),
    ...Object.entries(properties).flatMap(([key, one]) => placesOf(one, path ? `${path}.${key}` : key)),
    ...(items ? placesOf(items, `${path}[]`) : []),
    ...(free ? placesOf(free, `${path}.*`) : []),
  ];
}

it('policies/policy.schema.json is current: else run npm run policy:schema', () => {
  expect(readFileSync(`${FOLDER}/policy.schema.json`, 'utf8')).toBe(schemaFileText());
});

it('every place has a text, and every text a place', () => {
  const places = placesOf(schema);
  expect(places.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  const paths = new Set(places.map(([path]) => path));
  expect(Object.keys(SCHEMA_TEXTS).filter((path) => !paths.has(path))).toEqual([]);
});

it('examples are what they are examples of', () => {
  for (const [path, part] of placesOf(schema))
    for (const example of part.examples ?? [])
      expect([path, schemaErrors(part, example)]).toEqual([path, []]);
});

const files = globSync('**/*.yaml', { cwd: FOLDER });

it('there are policies to try it on', () => {
  expect(files).toContain('ask4.yaml');
});

it.each(files)('policies/%s is in order by the schema', (file) => {
  expect(errorsOf(readFileSync(`${FOLDER}/${file}`, 'utf8'))).toEqual([]);
});

const PERIODS = 'earliestOf: [{ after: received, within: 6 weeks }, { after: deadlock, within: 1 day }]';
const AFTER = 'after: received\n        within: 3 working days';

it.each([
  ['the shortest policy', GOOD],
  ['several periods', altered(AFTER, PERIODS)],
  ['a closure of a day', `${GOOD}closures: [{ date: '2026-12-24', name: Christmas Eve }]\n`],
  ['a closure of days', `${GOOD}closures: [{ from: '2026-12-24', until: '2026-12-31', name: Christmas }]\n`],
  ['one calendar day', altered('1 day', '1 calendar day')],
])('%s is in order by the schema and by the parser', (_name, text) => {
  expect(errorsOf(text)).toEqual([]);
  expect(parsePolicyText(text)).toMatchObject({ ok: true });
});

it.each([
  ['a key that nobody knows', altered('warn: 1 day', 'warm: 1 day')],
  ['a missing key', altered('timeZone: Europe/London\n', '')],
  ['a length of time that is none', altered('3 working days', 'three days')],
  ['a unit that there is none of', altered('3 working days', '3 business days')],
  ['an event that there is none of', altered('after: received', 'after: recieved')],
  ['a day as nobody writes it', altered("'2020-01-01'", '1.1.2020')],
  ['a region in small letters', altered('GB-ENG', 'gb-eng')],
  ['a zone with a blank', altered('Europe/London', 'Europe / London')],
  ['an empty list', altered('[acknowledged]', '[]')],
  ['an event without a period', altered('        within: 3 working days\n', '')],
  ['a period and several', altered(AFTER, `${AFTER}\n        ${PERIODS}`)],
  ['one of several periods', altered(AFTER, 'earliestOf: [{ after: received, within: 1 day }]')],
  ['a closure without a day', `${GOOD}closures: [{ name: Christmas }]\n`],
  ['a close of business that is no time', `${GOOD}counting: { dayEnds: '25:00' }\n`],
  ['an address without http', altered('https://small', 'ftp://small')],
  ['a placeholder in a letter’s text', altered('Small Ltd', "'{{ticket.id}}'")],
  ['applies without flags or channels', altered('    duties', '    applies: {}\n    duties')],
  ['a brand that is no number', `${GOOD}appliesTo: { brands: [one] }\n`],
  ['extensions that are never allowed', altered('times: 1', 'times: 0')],
])('%s is a fault by the schema and by the parser', (_name, text) => {
  expect(errorsOf(text)).not.toEqual([]);
  expect(parsePolicyText(text)).toMatchObject({ ok: false });
});

it.each(files)('policies/%s tells editors of the schema in its first line', (file) => {
  const [first] = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n');
  const up = file.includes('/') ? '../' : '';
  expect(first).toBe(`# yaml-language-server: $schema=${up}policy.schema.json`);
});
