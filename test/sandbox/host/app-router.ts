import { readFile, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import express, { type Response, type Router } from 'express';
import { clockScript } from './clock-script.ts';
import type { HostContext } from './context.ts';
import type { InstalledApp, InstalledApps } from './installed-apps.ts';
import type { WorkspaceBuild } from './workspace-build.ts';

/** The tag that Zendesk asks apps to use; the sandbox answers it itself, so that an app runs offline unchanged. */
const sdkAddress = /https:\/\/static\.zdassets\.com\/zendesk_app_framework_sdk\/2\.0\/zaf_sdk(\.min)?\.js/g;

/** Lists the installed apps as the workspace hosts them and serves their assets, with the SDK and the sandbox's time put into their pages. */
export function createAppRouter(
  context: HostContext,
  apps: InstalledApps,
  build: () => Promise<WorkspaceBuild>,
): Router {
  const router = express.Router();
  router.get('/hosted', async (_request, response) => {
    response.json({
      apps: (await apps.all()).map(described),
      account: accountOf(context),
    });
  });
  router.get('/sdk/zaf_sdk.min.js', async (_request, response) => {
    response.sendFile((await build()).sdkFile, { dotfiles: 'allow' });
  });
  router.get('/sdk/clock.js', (_request, response) => {
    response.type('js').set('cache-control', 'no-store').send(clockScript(context.clock.offset()));
  });
  router.get('/:id/assets/{*path}', async (request, response) => {
    const app = await apps.byId(Number(request.params.id));
    const asset = app && (await assetFile(app, request.path));
    if (asset === undefined) response.status(404).type('text').send('No such app or file.');
    else await sendAsset(response, asset);
  });
  return router;
}

function described(app: InstalledApp): unknown {
  const { id, installationId, name, version, locations, publicSettings: settings, requirements } = app;
  return { id, installationId, name, version, locations, settings, requirements };
}

function accountOf({ account: { subdomain, plan, timezone } }: HostContext): HostContext['account'] {
  return { subdomain, plan, timezone };
}

/** The file that a request path names, if it lies inside the app's assets once links are followed. */
async function assetFile(app: InstalledApp, requestPath: string): Promise<string | undefined> {
  const [, , ...parts] = requestPath.split('/').map(decodeURIComponent);
  try {
    const root = await realpath(join(app.folder, 'assets'));
    const file = await realpath(join(app.folder, ...parts));
    return relative(root, file).startsWith('..') ? undefined : file;
  } catch {
    return undefined;
  }
}

/** A file that a bundler named by what is in it, such as `menu-B62xHKR9.js`: another content has another name. */
const namedByContent = /-(?=[\w-]*[A-Z\d])[\w-]{8}\.(js|css)$/;

async function sendAsset(response: Response, file: string): Promise<void> {
  if (namedByContent.test(file)) {
    response.sendFile(file, { dotfiles: 'allow', immutable: true, maxAge: '1d' });
    return;
  }
  response.set('cache-control', 'no-cache');
  if (!file.endsWith('.html')) {
    response.sendFile(file, { dotfiles: 'allow' });
    return;
  }
  response.type('html').send(pageForHost(await readFile(file, 'utf8')));
}

/** An app's page as the sandbox serves it. Both scripts are files, so a page with a strict policy still runs. */
function pageForHost(html: string): string {
  const clockTag = '<script src="/__sandbox/apps/sdk/clock.js"></script>';
  const offline = html.replace(sdkAddress, '/__sandbox/apps/sdk/zaf_sdk.min.js');
  return /<head[^>]*>/i.test(offline)
    ? offline.replace(/<head[^>]*>/i, (head) => `${head}${clockTag}`)
    : `${clockTag}${offline}`;
}
