import { useEffect } from 'react';
import type { PageHost } from '../../zaf/page-host.ts';
import { readRoute, writeRoute } from './route.ts';

/** The place in the page that Zendesk's route `case/42` stands for: the register with this case alone. */
export function placeOfRoute(route: string): string | undefined {
  const id = /^\/?case\/([1-9]\d{0,15})$/.exec(route)?.[1];
  return id && writeRoute({ tab: 'register', filters: {}, register: { tickets: id } });
}

/** The ticket of that case, where the page was opened for one. */
export function ticketOfPlace(hash: string): string {
  return readRoute(hash).register.tickets ?? '';
}

/** Goes where a click in the sidebar leads. */
export function useCaseRoute(host: PageHost): void {
  useEffect(
    () =>
      host.onRoute((route) => {
        const place = placeOfRoute(route);
        if (place !== undefined) window.location.hash = place;
      }),
    [host],
  );
}
