import type { Waits } from '../waits.ts';
import { isZendeskError, ZendeskError } from './errors.ts';
import { endpointOf } from './sender.ts';
import { replyError } from './status.ts';

/** A file that is being read: the headers are there, the bytes come as they are taken. */
export interface OpenFile {
  /** Ends with a ZendeskError where the connection breaks, or nothing comes any more. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ZendeskFiles {
  /** Opens a file by the address that Zendesk gave for it. Rejects with a ZendeskError. */
  open(url: string): Promise<OpenFile>;
  /** A text of the account by its path below `/api/v2`, up to 16 KB. Rejects with a ZendeskError. */
  text(path: string): Promise<string>;
}

export interface FilesOptions {
  /** `https://x.zendesk.com`, without a path. */
  readonly baseUrl: string;
  /** A token of the service. */
  readonly token: () => Promise<string>;
  readonly waits: Waits;
  /** Milliseconds without a byte; 30,000 by default. */
  readonly idleMs?: number;
  /** What sends; Node's own by default. */
  readonly fetch?: typeof globalThis.fetch;
}

const MOST_REDIRECTS = 5;
const LONGEST_TEXT = 16_384;

const fault = (message: string, code: 'malformed' | 'lost' | 'unavailable'): ZendeskError =>
  new ZendeskError(message, { code, effect: 'none' });

/** Ended by `ended`, or where nothing happens for too long. */
function createPatience(ms: number) {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    signal: ending.signal,
    again: (): void => {
      stop();
      timer = setTimeout(() => ending.abort(), ms);
    },
    stop,
  };
}

type Patience = ReturnType<typeof createPatience>;

async function* read(body: ReadableStream<Uint8Array>, label: string, patience: Patience) {
  try {
    for await (const chunk of body) {
      patience.stop();
      yield chunk;
      patience.again();
    }
  } catch (error) {
    if (isZendeskError(error)) throw error;
    throw fault(`The connection to Zendesk broke during ${label}`, 'lost');
  } finally {
    patience.stop();
  }
}

interface Asking extends Pick<FilesOptions, 'token'> {
  /** The account's own address: nobody else is shown the token. */
  readonly home: string;
  readonly fetch: typeof globalThis.fetch;
  readonly patience: Patience;
  /** How messages name the file. */
  readonly label: string;
}

async function ask(url: URL, { home, token, fetch, patience, label }: Asking): Promise<Response> {
  const isHome = url.origin === home;
  if (!isHome && url.protocol !== 'https:')
    throw fault(`Zendesk gave an address that is not encrypted for ${label}`, 'malformed');
  const headers = isHome ? { Authorization: `Bearer ${await token()}` } : {};
  patience.again();
  try {
    return await fetch(url, { headers, redirect: 'manual', signal: patience.signal });
  } catch {
    throw fault(`Zendesk can't be reached for ${label}`, 'unavailable');
  }
}

/** The answer at the end of all redirects. */
async function follow(first: string, asking: Asking): Promise<Response> {
  const { label } = asking;
  let url = URL.parse(first);
  for (let hops = 0; url && hops <= MOST_REDIRECTS; hops += 1) {
    const response = await ask(url, asking);
    const { status, headers } = response;
    if (status < 300) return response;
    await response.body?.cancel();
    const next = status < 400 ? headers.get('location') : null;
    const error = replyError('GET', label, { status, headers, isJson: false, body: '' });
    if (next === null && error) throw error;
    url = next === null ? null : URL.parse(next, url.href);
  }
  throw fault(`Zendesk's address for ${label} leads nowhere`, 'malformed');
}

/**
 * Reads files of an account: attachments, which may lie at other hosts. The service's token goes to the account's own
 * address only, never along with a redirect.
 */
export function createFiles(options: FilesOptions): ZendeskFiles {
  const { baseUrl, token, waits, idleMs = 30_000, fetch = globalThis.fetch } = options;
  const home = new URL(baseUrl).origin;

  async function open(url: string, label: string): Promise<OpenFile> {
    const patience = createPatience(Math.ceil(idleMs / (waits.speed ?? 1)));
    try {
      const { body } = await follow(url, { home, token, fetch, patience, label });
      return { bytes: read(body ?? new Blob([]).stream(), label, patience) };
    } catch (error) {
      patience.stop();
      throw error;
    }
  }

  return {
    open: (url) => open(url, 'a file'),
    text: async (path) => {
      const url = `${home}/api/v2/${path}`;
      const decoder = new TextDecoder();
      let text = '';
      for await (const chunk of (await open(url, `GET ${endpointOf(url)}`)).bytes) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length > LONGEST_TEXT)
          throw fault(`Zendesk's reply to ${endpointOf(url)} is too large`, 'malformed');
      }
      return text;
    },
  };
}
