import type { ColorScheme, HostEnvironment, Me, RestCall, Stop } from './host.ts';

/** All that a page of the app in Zendesk's navigation knows of what is around it. */
export interface PageHost {
  environment(): Promise<HostEnvironment>;
  onScheme(listener: (scheme: ColorScheme) => void): Stop;
  /** Told each time that the agent turns to the page. */
  onActivated(listener: () => void): Stop;
  me(): Promise<Me>;
  /** A REST call in the agent's own session. @throws RestError */
  request(call: RestCall): Promise<unknown>;
  openTicket(id: number): void;
  /** Told the route within the page that Zendesk's address names: at once where there is one, then of each other. */
  onRoute(listener: (route: string) => void): Stop;
}
