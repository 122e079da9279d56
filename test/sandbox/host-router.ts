import { existsSync } from 'node:fs';
import express from 'express';
import type { UserRecord } from './account/records.ts';
import type { SandboxClock } from './clock.ts';
import type { InstalledApp } from './control/app-packages.ts';

/** A user as the workspace's host knows the signed-in one. */
export type SandboxUser = UserRecord;

/** What the agent workspace and its app host get from the sandbox. */
export interface HostContext {
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  url(): string;
  clock: SandboxClock;
  apps: readonly InstalledApp[];
  /** Who is signed in, by the session cookie. */
  sessionUser(req: express.Request): SandboxUser | undefined;
  /** The account as apps are told of it. */
  account: { subdomain: string; plan: string; timezone: string };
}

/** The workspace and host, if this checkout has them; else a page that says so. */
export async function loadHostRouter(context: HostContext): Promise<express.Router> {
  const file = new URL('./host/router.ts', import.meta.url);
  if (!existsSync(file)) return placeholder();
  const module: unknown = await import(file.href);
  if (typeof module !== 'object' || module === null || !('createHostRouter' in module)) throw noFactory();
  const { createHostRouter } = module;
  if (typeof createHostRouter !== 'function') throw noFactory();
  const router: unknown = createHostRouter(context);
  if (!isHandler(router)) throw noFactory();
  return express.Router().use(router);
}

function isHandler(value: unknown): value is express.RequestHandler {
  return typeof value === 'function';
}

const noFactory = () =>
  new Error('test/sandbox/host/router.ts must export createHostRouter(context): express.Router.');

function placeholder(): express.Router {
  return express.Router().get('/agent', (_req, res) => {
    res
      .type('html')
      .send(
        '<!doctype html><title>Workspace</title><p>The agent workspace is not part of this checkout.</p>',
      );
  });
}
