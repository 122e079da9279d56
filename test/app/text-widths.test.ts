import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { LANGUAGES, type LanguageCode } from '../../app/ui/language.ts';
import { createWhen } from '../../app/ui/when.ts';
import de from '../../translations/de.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };
import fr from '../../translations/fr.json' with { type: 'json' };
import nl from '../../translations/nl.json' with { type: 'json' };
import { cases } from './support/cases.ts';
import { languageFor } from './support/languages.ts';
import { BESIDE_MENU, HEADS, PAIRS, ROWS, SEGMENTS, SMALL, WIDE } from './support/one-line.ts';
import { at } from './support/records.ts';
import { type Stage, startStage } from './support/stage.ts';

/** What a text is set in, and how many CSS pixels its line has for it. */
interface Place {
  readonly font: string;
  readonly room: number;
}

/** The texts of a line, and what paddings, borders, gaps and icons take of it besides. */
interface Line {
  readonly name: string;
  readonly place: Place;
  readonly texts: readonly string[];
  readonly besides?: number;
}

const LOCALES = ['en-GB', 'en-US', 'de', 'es', 'es-419', 'fr', 'fr-CA', 'nl'];
const SEGMENT = 2 * 6 + 2;
const GAP = 12;
const PILL = 2 * 8;
/** A box in the view, its icon included. */
const BOX = 2 * (12 + 1) + 24;

const texts: Record<LanguageCode, Record<string, Record<string, string>>> = {
  en: en.ui,
  de: de.ui,
  es: es.ui,
  fr: fr.ui,
  nl: nl.ui,
};

function textOf(language: LanguageCode, name: string): string {
  const [group = '', key = ''] = name.split('.');
  const format = new IntlMessageFormat(texts[language][group]?.[key] ?? '', language);
  return String(format.format({ id: '1234567', date: '', n: 5 }));
}

async function placeOf(element: Locator): Promise<Place> {
  return await element.evaluate((node) => {
    const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(node);
    return {
      font: `${fontWeight} ${fontSize} ${fontFamily}`,
      room: node.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
    };
  });
}

async function widthsOf(frame: Frame, all: { font: string; text: string }[]): Promise<number[]> {
  const widths = await frame.evaluate((wanted) => {
    const context = document.createElement('canvas').getContext('2d');
    return wanted.map(({ font, text }) => {
      if (context) context.font = font;
      return context?.measureText(text).width;
    });
  }, all);
  return z.array(z.number()).parse(widths);
}

/** What does not fit, a line for each. */
async function tooLong(frame: Frame, lines: readonly Line[]): Promise<string[]> {
  const all = lines.flatMap((line) => line.texts.map((text) => ({ font: line.place.font, text })));
  const widths = await widthsOf(frame, all);
  return lines.flatMap(({ name, place, texts: parts, besides = 0 }) => {
    const width = widths.splice(0, parts.length).reduce((sum, one) => sum + one, besides);
    const over = Math.ceil(width - place.room);
    return over > 0 ? [`${name}: "${parts.join('|')}" is ${over} px too long`] : [];
  });
}

/** Where the texts stand: found in the app itself, beside a case of an English agent. */
async function findPlaces(sidebar: Frame) {
  const button = (name: string) => sidebar.getByRole('button', { name, exact: true });
  const block = sidebar.getByRole('region', { name: 'Status update' });
  const beside = await placeOf(button('Write status update'));
  const head = await placeOf(block.locator('div').first());
  const title = await placeOf(block.getByRole('heading'));
  const pill = await placeOf(block.getByText('On track'));
  const due = await placeOf(block.getByText('Mon 13 Apr'));
  const row = await placeOf(sidebar.getByText('History').locator('..'));
  await button('More actions').click();
  const { font } = await placeOf(sidebar.getByRole('menuitem', { name: 'Withdrawn' }));
  const hint = await placeOf(sidebar.getByText('The customer takes the complaint back'));
  await sidebar.page().keyboard.press('Escape');
  await button('Skip to formal response').click();
  const wide = await placeOf(button('Insert into reply'));
  const segment = await placeOf(sidebar.locator('label', { hasText: 'Partly' }));
  const track = await placeOf(sidebar.locator('label', { hasText: 'Partly' }).locator('..'));
  // The menu grows with its longest line, up to the width of the view; its items and its border take their part.
  const item = { font, room: track.room - 2 * (16 + 1) };
  return { beside, head, title, pill, due, row, item, hint, wide, segment, track };
}

type Places = Awaited<ReturnType<typeof findPlaces>>;

/** Each word of a title beside its icon and each state, of which `pills` has the widths. */
function headsOf(
  language: LanguageCode,
  { head, title }: Places,
  pills: ReadonlyMap<string, number>,
): Line[] {
  return HEADS.flatMap(({ titles, states }) => {
    const widest = Math.max(...states.map((name) => pills.get(name) ?? Number.POSITIVE_INFINITY));
    return titles.flatMap((name) =>
      textOf(language, name)
        .split(/[\s-]/)
        .map((word) => ({
          name: `${language} ${name} beside its state`,
          place: { font: title.font, room: head.room },
          texts: [word],
          besides: widest + 16 + 2 * 8,
        })),
    );
  });
}

async function pillsOf(frame: Frame, language: LanguageCode, { font }: Place): Promise<Map<string, number>> {
  const names = HEADS.flatMap(({ states }) => states);
  const widths = await widthsOf(
    frame,
    names.map((name) => ({ font, text: textOf(language, name) })),
  );
  return new Map(names.map((name, index) => [name, (widths[index] ?? 0) + PILL] as const));
}

function linesOf(language: LanguageCode, places: Places): Line[] {
  const say = (name: string): string => textOf(language, name);
  const each = (names: readonly string[], place: Place, besides = 0): Line[] =>
    names.map((name) => ({ name: `${language} ${name}`, place, texts: [say(name)], besides }));
  const together = (names: readonly string[], place: Place, besides: number): Line => ({
    name: `${language} ${names.join(' ')}`,
    place,
    texts: names.map(say),
    besides,
  });
  const menu = Object.keys(en.ui.menu).filter((name) => name !== 'label');
  const named = (hint: boolean) =>
    menu.filter((name) => name.endsWith('Hint') === hint).map((name) => `menu.${name}`);
  const small = { font: places.wide.font.replace(/[\d.]+px/, '12px'), room: places.wide.room - BOX };
  const chosen = { font: places.segment.font.replace(/^\d+/, '600'), room: places.track.room };
  return [
    ...each(BESIDE_MENU, places.beside),
    ...each(WIDE, places.wide),
    ...each(SMALL, small),
    ...each(named(false), places.item),
    ...each(named(true), { ...places.hint, room: places.item.room }),
    ...each(ROWS, places.row, GAP + 24),
    ...SEGMENTS.map((names) => together(names, chosen, names.length * SEGMENT)),
    ...PAIRS.map((names) => together(names, small, GAP)),
  ];
}

let stage: Stage;
beforeAll(async () => {
  stage = await startStage([{ id: 101, record: cases.onTrack }]);
});
afterAll(() => stage?.stop());

test('what stands on one line fits there, in every language', async () => {
  const { sidebar } = await stage.open(101);
  expect(await sidebar.evaluate(() => document.documentElement.clientWidth)).toBeLessThanOrEqual(320);
  const places = await findPlaces(sidebar);
  const faults = await Promise.all(
    LANGUAGES.map(async (language) => {
      const heads = headsOf(language, places, await pillsOf(sidebar, language, places.pill));
      return await tooLong(sidebar, [...linesOf(language, places), ...heads]);
    }),
  );
  const dues = LOCALES.map((locale) => {
    const text = createWhen(languageFor(locale), 'UTC').moment(at('2026-09-16T22:48:00Z'));
    return { name: `a due time of ${locale}`, place: places.due, texts: [text] };
  });
  expect([...faults.flat(), ...(await tooLong(sidebar, dues))]).toEqual([]);
  const known = { name: 'en', place: places.beside, texts: ['Write the formal response to the complaint'] };
  expect(await tooLong(sidebar, [known])).toEqual([expect.stringMatching(/^en: .* \d+ px too long$/)]);
});

test('no button of the sidebar is left out', () => {
  const folder = new URL('../../app', import.meta.url).pathname;
  const code = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .filter(({ parentPath }) => !parentPath.startsWith(join(folder, 'dashboard')))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const measured: readonly string[] = [
    ...BESIDE_MENU,
    ...WIDE,
    ...SMALL,
    ...PAIRS.flat(),
    ...SEGMENTS.flat(),
  ];
  const buttons = code.flatMap((text) => [
    ...text.matchAll(/<(?:Act)?Button\b[\s\S]*?(?:<\/Button>|\/>)/g),
    ...text.matchAll(/submit(?:: |=\{)say\('[^']*'/g),
  ]);
  const named = buttons.flatMap(([button]) => [...button.matchAll(/'([a-z]+\.[A-Za-z]+)'/gi)]);
  expect(named.length).toBeGreaterThan(30);
  expect(named.map(([, name = '']) => name).filter((name) => !measured.includes(name))).toEqual([]);
});
