import { parseArgs } from 'node:util';
import { CODES, type Code } from '../../app/support/words.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface PictureOptions {
  /** Where the pictures go. */
  readonly folder: string;
  readonly codes: readonly Code[];
  readonly schemes: readonly Scheme[];
  /** Parts of the file names of the states that are meant; all where there are none. */
  readonly only: readonly string[];
  /** Whether the whole workspace is photographed too. */
  readonly workspace: boolean;
  /** Whether the page of the team leads is. */
  readonly leads: boolean;
}

const some = <T extends string>(known: readonly T[], given: string | undefined): readonly T[] =>
  given === undefined ? known : known.filter((one) => given.split(',').includes(one));

/** `--language en,de --scheme dark --only hint,by-post --folder …`: fewer pictures, for whoever is mending one. */
export function readPictureOptions(args: readonly string[]): PictureOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string', default: 'docs/screenshots' },
      language: { type: 'string' },
      scheme: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  const { folder, language, scheme, only } = values;
  return {
    folder,
    codes: some(CODES, language),
    schemes: some(SCHEMES, scheme),
    only: only.split(',').filter((part) => part !== ''),
    leads: only === '' && language === undefined,
    workspace: only === '' && language === undefined && scheme === undefined,
  };
}
