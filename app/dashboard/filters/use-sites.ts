import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { PageHost } from '../../zaf/page-host.ts';
import { useBoard } from '../BoardContext.tsx';
import type { Option } from '../names/account-names.ts';

const sitesSchema = z.object({ organizations: z.array(z.object({ id: z.number(), name: z.string() })) });

/** Zendesk finds organisations from two letters on. */
const LEAST_LETTERS = 2;
const MOST = 20;
/** People type on: only what they stop at is looked for, in milliseconds. */
const PAUSE = 200;

/** A name that can't be looked for finds nothing; typing on asks again. */
async function sitesLike(host: PageHost, text: string): Promise<Option[]> {
  const path = `/api/v2/organizations/autocomplete.json?name=${encodeURIComponent(text)}`;
  return await host.request({ path }).then(
    (answer) =>
      sitesSchema
        .parse(answer)
        .organizations.slice(0, MOST)
        .map(({ id, name }) => ({ value: String(id), label: name })),
    () => [],
  );
}

/** Sites by the letters of their names; undefined where too few letters were typed, or while they are looked for. */
export function useSites(text: string): readonly Option[] | undefined {
  const { host } = useBoard();
  const [found, setFound] = useState<{ readonly for: string; readonly sites: readonly Option[] }>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < LEAST_LETTERS) return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const sites = await sitesLike(host, wanted);
      if (isWanted) setFound({ for: wanted, sites });
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [host, wanted]);
  return found?.for === wanted ? found.sites : undefined;
}
