/** The part of Zendesk's global client that the app uses. Zendesk publishes no types for it. */
interface ZafClient {
  get(path: string): Promise<unknown>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(action: string, ...args: unknown[]): Promise<unknown>;
  request(options: Record<string, unknown>): Promise<unknown>;
  metadata(): Promise<unknown>;
  context(): Promise<unknown>;
  on(event: string, handler: (data: unknown) => unknown): void;
  off(event: string, handler: (data: unknown) => unknown): void;
}

declare const ZAFClient: { init(): ZafClient | false } | undefined;

/** The same client as a module, for pages that don't load it from Zendesk. */
declare module 'zendesk_app_framework_sdk' {
  const ZafClientModule: { init(): ZafClient | false };
  export default ZafClientModule;
}
