import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readArguments } from '../../../server/cli/calendar-arguments.ts';
import { calendar } from '../../../server/cli/calendar-command.ts';
import { type Ran, runProgram } from '../../support/process.ts';
import { run } from '../cli/support/run.ts';

const PROGRAM = 'server/cli/calendar.ts';
const calendarCommand = (...args: readonly string[]): Promise<Ran> => run(calendar, args);

const output = z.strictObject({
  regions: z.array(z.string()),
  year: z.int(),
  days: z.array(
    z.strictObject({
      date: z.iso.date(),
      weekday: z.string(),
      name: z.string(),
      regions: z.array(z.string()),
      source: z.string(),
      weekend: z.literal(true).optional(),
    }),
  ),
});

describe('npm run calendar', () => {
  it('prints date, weekday, name, region and source, line by line', async () => {
    const { code, out, err } = await runProgram([PROGRAM, '--region', 'GB-NIR', '--year', '2026']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const boyne = 'Battle of the Boyne (Orangemen’s Day)';
    const lines = out.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));
    expect(lines).toContain(`2026-07-12 Sun | ${boyne} [weekend] | GB-NIR | date-holidays 3.37.0`);
    expect(lines).toContain(`2026-07-13 Mon | ${boyne} (substitute day) | GB-NIR | date-holidays 3.37.0`);
    expect(lines).toHaveLength(13);
  });

  it('prints one line of JSON, a union with all the regions of a day and the source of a correction', async () => {
    const { code, out } = await calendarCommand(
      '--region=GB-SCT',
      '--region=GB-ENG',
      '--year=2026',
      '--json',
    );
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain('\n');
    const { regions, year, days } = output.parse(JSON.parse(out));
    expect({ regions, year }).toEqual({ regions: ['GB-SCT', 'GB-ENG'], year: 2026 });
    const day = (date: string) => days.find((one) => one.date === date);
    expect(day('2026-04-03')?.regions).toEqual(['GB-SCT', 'GB-ENG']);
    expect(day('2026-04-06')?.regions).toEqual(['GB-ENG']);
    expect(day('2026-06-15')).toMatchObject({
      weekday: 'Mon',
      name: 'World Cup bank holiday',
      regions: ['GB-SCT'],
      source: expect.stringContaining('Royal Proclamation of 3 February 2026'),
    });
    expect(day('2026-12-26')?.weekend).toBe(true);
  });

  it('speaks German', async () => {
    const { out } = await calendarCommand('--region', 'DE-BY', '--year', '2026', '--lang', 'de');
    expect(out).toMatch(/2026-10-03 Sa {2}Tag der Deutschen Einheit \[Wochenende\] +DE-BY/);
    expect(out).toMatch(/2026-05-01 Fr {2}Tag der Arbeit/);
  });

  it.each([
    [['--region', 'GB', '--year', '2026'], 'use GB-ENG, GB-WLS, GB-SCT or GB-NIR'],
    [['--region', 'DE-ZZ', '--year', '2026'], 'In DE there are DE-BB'],
    [['--region', 'GB-ENG', '--year', '2026', '--colour'], "Unknown option '--colour'"],
  ])('%j: exit code 2, nothing printed, and what to do', async (args, message) => {
    const { code, out, err } = await calendarCommand(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('its arguments', () => {
  it.each([
    [['--year', '2026'], 'Say whose public holidays: --region GB-ENG'],
    [['--region', 'GB-ENG'], 'Say a year from 1990 to 2100'],
    [['--region', 'GB-ENG', '--year', '1989'], 'Say a year from 1990 to 2100'],
    [['--region', 'GB-ENG', '--year', '2101'], 'Say a year from 1990 to 2100'],
    [['--region', 'GB-ENG', '--year', 'next'], 'Say a year from 1990 to 2100'],
    [['--region', 'GB-ENG', '--year', '2026', '--lang', 'fr'], '--lang is en or de, not "fr"'],
    [['--region', 'GB-ENG', '--year', '2026', '2027'], "Unexpected argument '2027'"],
  ])('%j are refused, saying what to do', (args, message) => {
    const read = readArguments(args);
    expect(!read.ok && read.message).toContain(message);
    expect(!read.ok && read.message).toContain('npm run -s calendar -- --region GB-NIR --year 2026');
  });

  it.each([1990, 2100])('a year up to %i is taken, and a region only once', (year) => {
    const args = ['--region', 'GB-ENG', '--region=DE-BY', '--region', 'GB-ENG', '--year', String(year)];
    expect(readArguments(args)).toEqual({
      ok: true,
      value: { regions: ['GB-ENG', 'DE-BY'], year, language: 'en', json: false },
    });
  });
});
