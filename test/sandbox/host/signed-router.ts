import express, { type Router } from 'express';
import type { HostContext } from './context.ts';
import type { InstalledApps } from './installed-apps.ts';
import { createTokenSigner } from './signed-token.ts';

/** Tokens for apps with `signedUrls`: asked for by the workspace, checked by the app's server with the public key. */
export function createSignedRouter(context: HostContext, apps: InstalledApps): Router {
  const router = express.Router();
  const signer = createTokenSigner();
  router.post('/__sandbox/apps/:id/token', async (request, response) => {
    const user = context.sessionUser(request);
    const app = await apps.byId(Number(request.params.id));
    if (user === undefined || app === undefined) {
      response.status(user ? 404 : 401).json({ error: user ? 'No such app.' : 'Sign in first.' });
      return;
    }
    const claims = { origin: context.url(), installationId: app.installationId, userId: user.id };
    response.json({ token: signer.token(claims, Date.now()) });
  });
  router.get('/api/v2/apps/:id/public_key.pem', async (request, response, next) => {
    if ((await apps.byId(Number(request.params.id))) === undefined) next();
    else response.type('application/x-pem-file').send(signer.publicKey());
  });
  return router;
}
