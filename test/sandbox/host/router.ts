import express, { type Router } from 'express';
import { createAppRouter } from './app-router.ts';
import type { HostContext } from './context.ts';
import { createInstalledApps } from './installed-apps.ts';
import { createProxyRouter } from './proxy-router.ts';
import { createSignedRouter } from './signed-router.ts';
import { buildWorkspace } from './workspace-build.ts';
import { createWorkspaceRouter } from './workspace-router.ts';

/**
 * The browser side of the sandbox, to be mounted at '/': the agent workspace under /agent, the files of the installed
 * apps and the proxy for their requests under /__sandbox/apps. The workspace is built on the first request that
 * needs it.
 */
export function createHostRouter(context: HostContext): Router {
  const router = express.Router();
  const apps = createInstalledApps(context.apps);
  const build = onceUntilFailure(buildWorkspace);
  router.use(createSignedRouter(context, apps));
  router.use('/__sandbox/apps', createProxyRouter(context, apps));
  router.use('/__sandbox/apps', createAppRouter(context, apps, build));
  router.use('/agent', createWorkspaceRouter(build));
  return router;
}

/** Shares one run between all callers; a failed one is forgotten, so that the next caller tries again. */
function onceUntilFailure<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return async () => {
    running ??= work();
    try {
      return await running;
    } catch (error) {
      running = undefined;
      throw error;
    }
  };
}
