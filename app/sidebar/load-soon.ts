import { useEffect, useState } from 'react';
import { RestError } from '../zaf/host.ts';

export type Soon = typeof import('./soon.ts');

/** What is needed as soon as the first countdown stands. @throws RestError of status 0 where it can't be had */
export const loadSoon = (): Promise<Soon> =>
  import('./soon.ts').catch(() => {
    throw new RestError({ path: 'soon' }, 0, undefined);
  });

/** The same in a view, loaded once that is shown; undefined until it is there. */
export function useSoon(isShown: boolean): Soon | undefined {
  const [soon, setSoon] = useState<Soon>();
  useEffect(() => {
    let alive = isShown;
    // That it can't be had is said where its parts are shown.
    if (isShown)
      loadSoon().then(
        (found) => alive && setSoon(found),
        () => undefined,
      );
    return () => {
      alive = false;
    };
  }, [isShown]);
  return soon;
}
