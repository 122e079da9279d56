import { expect, it } from 'vitest';
import { parsePolicyText } from '../../../server/policies/parse-text.ts';
import { altered, GOOD } from './support/texts.ts';

/** "line:column message" of every fault. */
function faultsOf(text: string): string[] {
  const parsed = parsePolicyText(text);
  return parsed.ok ? [] : parsed.faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

it('a policy without faults is read', () => {
  expect(parsePolicyText(GOOD)).toMatchObject({ ok: true, policy: { id: 'small', regions: ['GB-ENG'] } });
});

it.each([
  [
    'a missing key, at what should hold it',
    '        warn: 1 day\n',
    '',
    /^19:9 "warn" is missing: add it .*e\.g\. 4 hours$/,
  ],
  [
    'a missing key of the whole file',
    'timeZone: Europe/London\n',
    '',
    /^1:1 "timeZone" is missing: add it .*Europe\/London$/,
  ],
  ['a missing key under another', '  name: Small Ltd\n', '', /^5:1 "name" is missing: add it/],
  [
    'a list without a value',
    '[mon, tue, wed, thu, fri]',
    '',
    /^10:1 "workingWeek" must be a list.*\[mon, tue/,
  ],
  [
    'a key that nobody knows',
    'warn: 1 day',
    'warn: 1 day\n        warm: 1 day',
    /^24:9 "warm" is no key here: did you mean "warn"\?$/,
  ],
  [
    'a key far from all',
    'timeZone:',
    'zzz: 1\ntimeZone:',
    /^9:1 "zzz" is no key here: use one of id, version/,
  ],
  [
    'an event that there is none of',
    'after: received',
    'after: recieved',
    /^20:16 "recieved" is not known here: did you mean "received"\?$/,
  ],
  [
    'a weekday that there is none of',
    'fri]',
    'friday]',
    /^10:35 "friday" is not known here: did you mean "fri"\?$/,
  ],
  [
    'a length of time that is none',
    '3 working days',
    'three days',
    /^21:17 "three days" is no length of time: write a number and/,
  ],
  ['a number for a text', "version: '1'", 'version: 1', /^2:10 "version" must be a text; put it in quotes/],
  ['a word for true or false', 'accepted: true', 'accepted: yes', /^13:22 "accepted" must be true or false/],
  ['a day that does not exist', '2020-01-01', '2020-02-30', /^3:16 write a date as YYYY-MM-DD/],
  ['a zone that there is none of', 'Europe/London', 'London', /^9:11 is no time zone: use an IANA name/],
  [
    'an address that is none',
    'https://small.example/complaints',
    'small',
    /^7:21 this is no web address: begin it with https/,
  ],
  ['an empty list', '[responded]', '[]', /^27:9 name at least 1$/],
  ['an empty text', 'source: a test', "source: ''", /^4:9 this must not be empty: write a text$/],
  ['a number that is too small', 'times: 1', 'times: 0', /^29:53 this is too small: write a number above 0$/],
  ['a channel’s name with capitals', '  email:', '  E-Mail:', /^13:3 use lower-case letters/],
  [
    'neither a period nor several',
    '        within: 3 working days\n',
    '',
    /^19:9 name either "after" and "within", or "earliestOf"$/,
  ],
  [
    'a duty that hangs on nothing',
    'after: received',
    'after: updated',
    /^20:16 no duty before this one is done by "updated"/,
  ],
  [
    'two duties of one name',
    'id: response',
    'id: acknowledgement',
    /^24:13 "acknowledgement" is there twice/,
  ],
  [
    'a flag that the policy has not',
    '{ accepted: true }',
    '{ accepted: true, exceptions: [vip] }',
    /^13:41 "vip" is no flag of this policy/,
  ],
  [
    'a region that nobody knows',
    'GB-ENG',
    'GB-XXX',
    /^11:11 no public holidays are known for the region "GB-XXX": use/,
  ],
  ['a region twice', 'GB-ENG', 'GB-ENG, GB-ENG', /^11:19 "GB-ENG" is there twice: take one out$/],
  [
    'a hard cap with an extension',
    '    source: a test\n    duties',
    '    source: a test\n    hardCap: true\n    duties',
    /^30:9 nothing extends a hard cap: take "extension" out$/,
  ],
  [
    'a regime that ends before it begins',
    '    duties',
    "    inForce: { from: '2026-02-01', until: '2026-01-01' }\n    duties",
    /^18:5 "from" lies after "until"/,
  ],
])('%s', (_name, from, to, message) => {
  const faults = faultsOf(altered(from, to));
  expect(faults).toEqual([expect.stringMatching(message)]);
});

it.each([
  [
    'a key that is there twice',
    altered('source: a test\n', 'source: a test\nsource: b\n'),
    /^5:1 this key is there twice: take one out$/,
  ],
  ['a tab', altered('  name: Small', '\tname: Small'), /^6:1 a tab indents this line: use spaces$/],
  [
    'an indentation that does not fit',
    altered('source: a test', ' source: a test'),
    /^4:1 the indentation does not fit/,
  ],
  [
    'a colon in a text',
    altered('source: a test', 'source: rule: 4'),
    /^4:9 a second ": " stands in this line: put the text in quotes$/,
  ],
  [
    'a sign that no text begins with',
    altered('source: a test', 'source: @test'),
    /^4:9 a text can’t begin with this sign/,
  ],
  [
    'an anchor that is not there',
    altered('source: a test', 'source: *test'),
    /^4:9 .*points at an anchor that is not there/,
  ],
  ['a second document', `${GOOD}---\n${GOOD}`, /^30:1 a second document begins here/],
  ['a tag', altered('source: a test', 'source: !test rule'), /^4:9 words beginning with "!"/],
  ['nothing', '# a comment\n', /^\d:1 the file is empty: write a policy$/],
])('YAML with %s', (_name, text, message) => {
  expect(faultsOf(text)[0]).toMatch(message);
});

it('every fault is listed, in the order of the lines, those of YAML among them', () => {
  const text = altered(
    'warn: 2 days',
    'warn: soon',
    altered('source: a test\n', 'source: a test\nsource: b\n'),
  );
  expect(faultsOf(text.replace("version: '1'", 'version: 1')).map((fault) => fault.split(':')[0])).toEqual([
    '2',
    '5',
    '29',
  ]);
});

it('what an anchor stands for is found where it is written', () => {
  const text = altered(
    'doneBy: [responded]',
    'doneBy: *done',
    altered('doneBy: [acknowledged]', 'doneBy: &done [recieved]'),
  );
  expect(faultsOf(text)[0]).toMatch(/^22:24 "recieved" is not known here/);
});
