import type { Arrows } from './arrows.ts';

/** Rooms by floors: each stands above all that it uses. The lowest floor is the last. For arrows without circles. */
export function levelsOf(arrows: Arrows): readonly (readonly string[])[] {
  const heights = new Map<string, number>();
  const heightOf = (room: string): number => {
    const known = heights.get(room);
    if (known !== undefined) return known;
    const height = Math.max(-1, ...[...(arrows.get(room) ?? [])].map(heightOf)) + 1;
    heights.set(room, height);
    return height;
  };
  for (const room of arrows.keys()) heightOf(room);
  const floors: string[][] = [];
  const entered = new Set([...arrows.values()].flatMap((to) => [...to]));
  for (const [room, height] of heights) {
    // What only single files use has nothing to show.
    if (!entered.has(room) && arrows.get(room)?.size === 0) continue;
    const floor = floors[height] ?? [];
    floors[height] = floor;
    floor.push(room);
  }
  return floors.map((floor) => floor.sort()).reverse();
}

/** The same floors with rooms moved sideways, so that arrows cross less: each towards the middle of those above it. */
export function untangled(
  floors: readonly (readonly string[])[],
  arrows: Arrows,
): readonly (readonly string[])[] {
  const places = new Map<string, number>();
  const settle = (floor: readonly string[]): void =>
    floor.forEach((room, index) => void places.set(room, (index + 0.5) / floor.length));
  return floors.map((floor) => {
    const middle = (room: string): number => {
      const above = [...arrows].filter(([, to]) => to.has(room)).flatMap(([from]) => places.get(from) ?? []);
      return above.length === 0 ? 0.5 : above.reduce((sum, place) => sum + place, 0) / above.length;
    };
    const sorted = floor
      .map((room) => ({ room, at: middle(room) }))
      .sort((a, b) => a.at - b.at || a.room.localeCompare(b.room, 'en'))
      .map(({ room }) => room);
    settle(sorted);
    return sorted;
  });
}
