import { randomBytes } from 'node:crypto';

/** An OAuth client of the account; its tokens act as its user. */
export interface OAuthClient {
  id: number;
  identifier: string;
  secret: string;
  name: string;
  userId: number;
}

export interface AccessToken {
  token: string;
  clientId: string;
  userId: number;
  scopes: string[];
  /** Real time, epoch ms. */
  expiresAt: number;
}

/** Clients and tokens. Tokens live in real time, because their holders count on it. */
export interface TokenStore {
  addClient(client: OAuthClient): void;
  client(identifier: string): OAuthClient | undefined;
  clients(): OAuthClient[];
  issue(client: OAuthClient, scopes: string[], lifetimeS: number): AccessToken;
  /** The token, unless it is unknown or over. */
  find(token: string): AccessToken | undefined;
  /** Ends all tokens at once, as an administrator may. */
  revokeAll(): void;
}

export function createTokenStore(now: () => number): TokenStore {
  const clients = new Map<string, OAuthClient>();
  const tokens = new Map<string, AccessToken>();
  return {
    addClient: (client) => clients.set(client.identifier, client),
    client: (identifier) => clients.get(identifier),
    clients: () => [...clients.values()],
    issue(client, scopes, lifetimeS) {
      const token = randomBytes(32).toString('hex');
      const issued = {
        token,
        clientId: client.identifier,
        userId: client.userId,
        scopes,
        expiresAt: now() + lifetimeS * 1000,
      };
      tokens.set(token, issued);
      return issued;
    },
    find(token) {
      const found = tokens.get(token);
      return found && found.expiresAt > now() ? found : undefined;
    },
    revokeAll: () => tokens.clear(),
  };
}

export function newClientSecret(): string {
  return randomBytes(32).toString('hex');
}
