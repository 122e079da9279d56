import type { Served, Service } from './service.ts';

/** The service, whose own code comes when something is first asked of it. Without that it is as good as out of reach. */
export function createLaterService(load: () => Promise<Service>): Service {
  let made: Service | undefined;
  async function whole(): Promise<Service | undefined> {
    made ??= await load().catch(() => undefined);
    return made;
  }
  async function ask<T>(question: (service: Service) => Promise<Served<T>>): Promise<Served<T>> {
    const service = await whole();
    return service ? await question(service) : { ok: false, code: 'unreachable' };
  }
  return {
    promises: (question) => ask((service) => service.promises(question)),
    keptPromises: async (question) => await (await whole())?.keptPromises(question),
    case: (ticketId) => ask((service) => service.case(ticketId)),
    look: (ticketId) => ask((service) => service.look(ticketId)),
    version: () => ask((service) => service.version()),
  };
}
