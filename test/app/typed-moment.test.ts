import { describe, expect, test } from 'vitest';
import { instantTyped, parseDay, parseTime } from '../../app/ui/typed-moment.ts';
import { localDate } from '../../domain/index.ts';
import { at } from './support/records.ts';

const today = localDate('2026-04-09');

describe('dates as people type them', () => {
  test.each([
    ['2026-04-08', 'en-GB', '2026-04-08'],
    ['8/4/2026', 'en-GB', '2026-04-08'],
    ['4/8/2026', 'en-US', '2026-04-08'],
    ['8.4.26', 'de-DE', '2026-04-08'],
    ['8.4.', 'de-DE', '2026-04-08'],
    ['Wed 8 Apr 2026', 'en-GB', '2026-04-08'],
    ['8 april', 'en-GB', '2026-04-08'],
    ['Mi., 25. März 2026', 'de-DE', '2026-03-25'],
    ['Mär 25', 'de-DE', '2026-03-25'],
    ['30 Dec', 'en-GB', '2025-12-30'],
    ['mar, 7 abr 2026', 'es-ES', '2026-04-07'],
    ['7 de abril', 'es-419', '2026-04-07'],
    ['mar. 7 avr. 2026', 'fr-FR', '2026-04-07'],
    ['mer. 1er avril', 'fr-CA', '2026-04-01'],
    ['3 fevr.', 'fr-FR', '2026-02-03'],
    ['ma 16 mrt 2026', 'nl-NL', '2026-03-16'],
    ['16 maart', 'nl-BE', '2026-03-16'],
  ])('%s (%s) is %s', (text, tag, date) => {
    expect(parseDay(text, tag, today)).toBe(date);
  });

  test.each(['', '31/2/2026', 'yesterday', '8', 'Ap 8', '2026-13-01'])('"%s" is no date', (text) => {
    expect(parseDay(text, 'en-GB', today)).toBeUndefined();
  });
});

describe('times as people type them', () => {
  test.each([
    ['08:30', '08:30'],
    ['8.30', '08:30'],
    ['0830', '08:30'],
    ['8', '08:00'],
    ['8 Uhr', '08:00'],
    ['8:30 pm', '20:30'],
    ['12 am', '00:00'],
    ['8 h 30', '08:30'],
    ['8h', '08:00'],
    ['8.30 uur', '08:30'],
    ['8:30 p. m.', '20:30'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  test.each(['', '24:00', '8:60', '13 pm', 'noon', '8 h 3', '8 : '])('"%s" is no time', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

test('the moment is meant in the agent’s own zone', () => {
  const moment = { date: localDate('2026-04-08'), time: '8:30' };
  expect(instantTyped(moment, 'Europe/London')).toBe(at('2026-04-08T07:30:00Z'));
  expect(instantTyped(moment, 'Europe/Berlin')).toBe(at('2026-04-08T06:30:00Z'));
  expect(instantTyped({ time: '8:30' }, 'Europe/Berlin')).toBeUndefined();
  expect(instantTyped({ ...moment, time: 'noon' }, 'Europe/Berlin')).toBeUndefined();
});
