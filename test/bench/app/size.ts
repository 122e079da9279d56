import type { Figure } from '../figure.ts';
import { partsOfSidebar } from './parts.ts';

const KB = 1_000;
const NAMED = 16;

/** What the sidebar's JavaScript weighs, and what each part of it. */
export async function sizeFigures(): Promise<Figure[]> {
  const { first, all, costs } = await partsOfSidebar();
  const shown = costs.slice(0, NAMED).map(([part, bytes]) => `${part} ${(bytes / KB).toFixed(1)}`);
  const rest = costs.slice(NAMED).reduce((sum, [, bytes]) => sum + bytes, 0);
  const figure = (name: string, bytes: number): Figure => ({
    name,
    unit: 'kB',
    ours: bytes / KB,
    runs: 1,
    range: [bytes / KB, bytes / KB],
  });
  return [
    {
      ...figure('Sidebar: JavaScript loaded before the first countdown, gzip', first),
      limit: { is: 'at most', value: 110, of: 'ours' },
      note: `${shown.join(', ')}, all else ${(rest / KB).toFixed(1)}; React, Garden's theme and one button alone are 73`,
    },
    {
      ...figure('Sidebar: all its JavaScript, gzip', all),
      note: 'five languages, of which one is loaded; forms, menu and lists are loaded once the countdown stands',
    },
  ];
}
