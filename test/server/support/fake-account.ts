import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export type Answer = (seen: Seen, response: ServerResponse) => void;

export interface FakeAccount {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Requests other than for a token. */
  readonly calls: readonly Seen[];
  /** Answers the next requests one by one; then every request is answered like the last of them. */
  answer(...answers: Answer[]): void;
  /** Answers requests for tokens; by default `token-1`, `token-2` ... for half an hour each. */
  answerTokens(answer: Answer): void;
  stop(): Promise<void>;
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_seen, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** A server that answers as told: for what can go wrong on the wire, which the sandbox answers too well for. */
export async function fakeAccount(): Promise<FakeAccount> {
  const seen: Seen[] = [];
  let answers: Answer[] = [json(200, {})];
  let tokens = 0;
  let answerToken: Answer = (request, response) => {
    tokens += 1;
    json(200, { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 1_800 })(
      request,
      response,
    );
  };
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const what: Seen = { method, url, authorization: headers.authorization, body: await bodyOf(request) };
    seen.push(what);
    if (url === '/oauth/tokens') return answerToken(what, response);
    const [next] = answers.length > 1 ? answers.splice(0, 1) : answers;
    next?.(what, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    get calls() {
      return seen.filter(({ url }) => url !== '/oauth/tokens');
    },
    answer: (...next) => {
      answers = next;
    },
    answerTokens: (answer) => {
      answerToken = answer;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
