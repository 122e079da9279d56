import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Arrows, readArrows, roomOf, roundabouts, shortened } from '../../scripts/house/arrows.ts';
import { drawHouse } from '../../scripts/house/draw.ts';

let arrows: Arrows;
beforeAll(async () => {
  arrows = await readArrows('.');
});

const of = (entries: Record<string, string[]>): Arrows =>
  new Map(Object.entries(entries).map(([room, to]) => [room, new Set(to)]));

describe('the house', () => {
  test('has rooms that never lead back to themselves', () => {
    expect(arrows.size).toBeGreaterThan(20);
    expect(roundabouts(arrows)).toEqual([]);
  });

  test('is drawn in docs/house.svg as it stands; `npm run house` draws it anew', async () => {
    expect(await readFile('docs/house.svg', 'utf8')).toBe(drawHouse(shortened(arrows)));
  });

  test('keeps app and server apart, and domain free of both', () => {
    expect(arrows.get('domain')).toEqual(new Set());
    for (const [room, to] of arrows) {
      const other = room.startsWith('app/') ? 'server/' : 'app/';
      expect([room, [...to].filter((one) => one.startsWith(other))]).toEqual([room, []]);
    }
  });
});

describe('how it is read', () => {
  test('a circle is found', () => {
    expect(roundabouts(of({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }))).toEqual(['a', 'b', 'c']);
  });

  test('what a longer way says is left out', () => {
    expect(shortened(of({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual(of({ a: ['b'], b: ['c'], c: [] }));
  });

  test.each([
    ['domain/text/literal.ts', 'domain'],
    ['server/jobs/look.ts', 'server/jobs'],
    ['server/start.ts', undefined],
    ['app/sidebar/draft/drafts.ts', 'app/sidebar'],
    ['test/demo/once.ts', undefined],
  ])('%s is in %s', (path, room) => {
    expect(roomOf(path)).toBe(room);
  });
});
