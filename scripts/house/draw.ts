import type { Arrows } from './arrows.ts';
import { levelsOf, untangled } from './levels.ts';

const WIDTH = 1_080;
const ROOM = { width: 124, height: 34 };
const FLOOR = 92;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2933; text-anchor: middle; dominant-baseline: central }
  path { fill: none; stroke: #7b8794; stroke-width: 1.1; marker-end: url(#tip) }
  marker path { fill: #7b8794; stroke: none }
  rect { stroke: #52606d; fill: #f5f7fa }
  .app { fill: #e0ecf8 } .domain { fill: #e3f4e8 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f4f8 } rect { fill: #27313b; stroke: #829ab1 } .app { fill: #1d3a57 } .domain { fill: #1e4530 }
  }`;

interface Place {
  readonly x: number;
  readonly y: number;
}

function placesOf(floors: readonly (readonly string[])[]): ReadonlyMap<string, Place> {
  return new Map(
    floors.flatMap((floor, level) =>
      floor.map((room, index): [string, Place] => [
        room,
        { x: Math.round((WIDTH * (index + 0.5)) / floor.length), y: 24 + level * FLOOR },
      ]),
    ),
  );
}

function arrow(from: Place, to: Place): string {
  const [top, bottom] = [from.y + ROOM.height, to.y - 6];
  const bend = Math.round((bottom - top) * 0.5);
  return `  <path d="M${from.x} ${top}C${from.x} ${top + bend} ${to.x} ${bottom - bend} ${to.x} ${bottom}"/>`;
}

function box(room: string, { x, y }: Place): string {
  const [house = ''] = room.split('/');
  const rect = `<rect class="${house}" x="${x - ROOM.width / 2}" y="${y}" width="${ROOM.width}" height="${ROOM.height}" rx="5"/>`;
  return `  ${rect}<text x="${x}" y="${y + ROOM.height / 2}">${room}</text>`;
}

/** The rooms by floors with their arrows, as SVG; arrows without circles. */
export function drawHouse(arrows: Arrows): string {
  const floors = untangled(levelsOf(arrows), arrows);
  const places = placesOf(floors);
  const placeOf = (room: string): Place => places.get(room) ?? { x: 0, y: 0 };
  const lines = [...arrows]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .flatMap(([room, to]) => [...to].sort().map((one) => arrow(placeOf(room), placeOf(one))));
  const boxes = floors.flat().map((room) => box(room, placeOf(room)));
  const height = floors.length * FLOOR;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Folders and what they import">
  <style>${STYLE}
  </style>
  <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${lines.join('\n')}
${boxes.join('\n')}
</svg>
`;
}
