import { randomBytes } from 'node:crypto';

/** An OAuth client of the account; its tokens act as its user. */
export interface OAuthClient {
  id: number;
  identifier: string;
  secret: string;
  name: string;
  company: string | null;
  /** Only a confidential client can keep a secret, and so only it gets tokens for client credentials. */
  kind: 'confidential' | 'public';
  redirectUris: string[];
  userId: number;
  /** Real time, epoch ms, as the times of tokens are. */
  createdAt: number;
  updatedAt: number;
}

export interface AccessToken {
  id: number;
  token: string;
  clientId: string;
  userId: number;
  scopes: string[];
  /** Real time, epoch ms. */
  createdAt: number;
  usedAt: number | null;
  expiresAt: number;
}

/** Clients and tokens. Tokens live in real time, because their holders count on it. */
export interface TokenStore {
  /** Adds a client, or puts it in the place of the one with its id. */
  addClient(client: OAuthClient): void;
  client(identifier: string): OAuthClient | undefined;
  clientById(id: number): OAuthClient | undefined;
  clients(): OAuthClient[];
  /** Takes a client away, with its tokens. */
  removeClient(client: OAuthClient): void;
  issue(client: OAuthClient, scopes: string[], lifetimeS: number): AccessToken;
  /** The token, unless it is unknown or over. */
  find(token: string): AccessToken | undefined;
  /** Tokens that hold, oldest first. */
  tokens(): AccessToken[];
  revoke(token: AccessToken): void;
  /** Ends all tokens at once, as an administrator may. */
  revokeAll(): void;
  /** Lets all tokens be past their time. */
  expireAll(): void;
}

const FIRST_TOKEN_ID = 20_000_000_000;

export function createTokenStore(now: () => number): TokenStore {
  const clients = new Map<number, OAuthClient>();
  const tokens = new Map<string, AccessToken>();
  let issuedSoFar = 0;
  const holds = (token: AccessToken) => token.expiresAt > now();
  return {
    addClient: (client) => clients.set(client.id, client),
    client: (identifier) => [...clients.values()].find((one) => one.identifier === identifier),
    clientById: (id) => clients.get(id),
    clients: () => [...clients.values()],
    removeClient(client) {
      clients.delete(client.id);
      for (const { token, clientId } of [...tokens.values()])
        if (clientId === client.identifier) tokens.delete(token);
    },
    issue(client, scopes, lifetimeS) {
      issuedSoFar += 1;
      const issued = {
        id: FIRST_TOKEN_ID + issuedSoFar,
        token: randomBytes(32).toString('hex'),
        clientId: client.identifier,
        userId: client.userId,
        scopes,
        createdAt: now(),
        usedAt: null,
        expiresAt: now() + lifetimeS * 1000,
      };
      tokens.set(issued.token, issued);
      return issued;
    },
    find(token) {
      const found = tokens.get(token);
      if (!found || !holds(found)) return undefined;
      found.usedAt = now();
      return found;
    },
    tokens: () => [...tokens.values()].filter(holds),
    revoke: ({ token }) => void tokens.delete(token),
    revokeAll: () => tokens.clear(),
    expireAll() {
      for (const issued of tokens.values()) issued.expiresAt = now();
    },
  };
}

export function newClientSecret(): string {
  return randomBytes(32).toString('hex');
}
