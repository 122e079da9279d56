import type { Request } from 'express';

/** A Zendesk app installed in the account: its folder with manifest.json, assets/ and translations/. */
export interface AppInstallation {
  id: number;
  installationId: number;
  folder: string;
  /** All settings, secure ones and the manifest's defaults included. */
  allSettings: Record<string, unknown>;
  /** What requirements.json made in the account, by identifier; filled once the server listens. */
  requirements: Readonly<Record<string, unknown>>;
}

/** What the app host needs of the sandbox it is mounted in. */
export interface HostContext {
  /** The sandbox's own address, without a slash at the end. */
  url(): string;
  clock: { now(): number; offset(): number };
  apps: readonly AppInstallation[];
  /** The person signed in to the workspace that sent the request. */
  sessionUser(request: Request): { id: number } | undefined;
  /** The account as apps are told of it. */
  account: { subdomain: string; plan: string; timezone: string };
}
