import { join } from 'node:path';
import express, { type Router } from 'express';
import type { WorkspaceBuild } from './workspace-build.ts';

/**
 * The workspace may run only its own scripts, whatever a ticket's text holds. App frames come from other origins, and
 * requests with `cors: true` go anywhere.
 */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  'connect-src *',
  'frame-src *',
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** Serves the workspace: its assets, and its one page for every other address, such as /agent/tickets/104. */
export function createWorkspaceRouter(build: () => Promise<WorkspaceBuild>): Router {
  const router = express.Router();
  router.get('/assets/{*path}', async (request, response) => {
    const { pageFolder } = await build();
    response.sendFile(request.path, { root: pageFolder, immutable: true, maxAge: '1d', dotfiles: 'allow' });
  });
  router.get('/{*path}', async (_request, response) => {
    const { pageFolder } = await build();
    response.set('content-security-policy', contentPolicy);
    response.sendFile(join(pageFolder, 'index.html'), { dotfiles: 'allow', cacheControl: false });
  });
  return router;
}
