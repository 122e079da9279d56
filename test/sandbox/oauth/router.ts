import express from 'express';
import { objectOf, textOf, wordOf, wordsOf } from '../json.ts';
import { DEFAULT_LIFETIME_S, LONGEST_LIFETIME_S, SHORTEST_LIFETIME_S } from './lifetime.ts';
import { parseScopes } from './scopes.ts';
import type { TokenStore } from './tokens.ts';

/** `POST /oauth/tokens`: client credentials only, since new accounts have nothing else for services. */
export function createOAuthRouter(tokens: TokenStore): express.Router {
  const router = express.Router();
  router.post(
    ['/oauth/tokens', '/oauth/tokens.json'],
    express.json(),
    express.urlencoded({ extended: false }),
    (req, res) => {
      const body = objectOf(req.body);
      if (body.grant_type !== 'client_credentials') {
        res.status(400).json({
          error: 'unsupported_grant_type',
          error_description: 'The authorization grant type is not supported by the authorization server.',
        });
        return;
      }
      const client = tokens.client(textOf(body.client_id) ?? '');
      if (!client || client.secret !== body.client_secret) {
        res.status(401).json({
          error: 'invalid_client',
          error_description:
            'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
        });
        return;
      }
      if (client.kind === 'public') {
        res.status(401).json({
          error: 'unauthorized_client',
          error_description: 'The client is not authorized to perform this request using this method.',
        });
        return;
      }
      const lifetime = body.expires_in === undefined ? DEFAULT_LIFETIME_S : Number(wordOf(body.expires_in));
      if (!(lifetime >= SHORTEST_LIFETIME_S && lifetime <= LONGEST_LIFETIME_S)) {
        res.status(400).json({
          error: 'invalid_request',
          error_description: 'expires_in must be between 300 and 172800 seconds.',
        });
        return;
      }
      const asked = typeof body.scope === 'string' ? parseScopes(body.scope) : wordsOf(body.scope);
      const scopes = asked.length > 0 ? asked : ['read'];
      const issued = tokens.issue(client, scopes, lifetime);
      res.status(200).json({
        access_token: issued.token,
        token_type: 'bearer',
        scope: scopes.join(' '),
        expires_in: lifetime,
        refresh_token: null,
        refresh_token_expires_in: null,
      });
    },
  );
  return router;
}
