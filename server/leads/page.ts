import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access, Session, Sessions } from './session.ts';

/** What the page is told with its HTML. */
export interface PageSession {
  readonly token: string;
  readonly expiresAt: string;
  /** When it has to be opened again. */
  readonly endsAt: string;
  readonly access: Access;
  readonly userId: number;
}

/** What the page is told of its session. */
export function pageSession(token: string, session: Session, sessions: Sessions): PageSession {
  const { userId, access, startedAt, expiresAt } = session;
  const iso = (at: number): string => new Date(at).toISOString();
  return { token, expiresAt: iso(expiresAt), endsAt: iso(sessions.endsAt(startedAt)), access, userId };
}

/** The page for one opening, and the nonce of its style rules. */
export interface OpenedPage {
  readonly html: string;
  readonly nonce: string;
}

/** Opens the built page; undefined where none was built. */
export type OpenPage = (session: PageSession) => Promise<OpenedPage | undefined>;

const PLACE = '<script type="application/json" id="session"></script>';
/** The page is at `…/dashboard`, its files below that: relative addresses begin one level higher. */
const OWN_FILES = /\b(src|href)="\.\//g;

/** JSON within a script element: nothing in it can end the element or begin a comment. */
const inScript = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

async function readPage(folder: string): Promise<string | undefined> {
  try {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    if (!html.includes(PLACE))
      throw new Error(`the page in ${folder} has no place for its session: build it again`);
    return html.replace(OWN_FILES, '$1="./dashboard/');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param folder with `index.html`, as it was built; read once it is there */
export function createPage(folder: string): OpenPage {
  let built: string | undefined;
  return async (session) => {
    built ??= await readPage(folder);
    if (built === undefined) return undefined;
    const nonce = randomBytes(16).toString('base64');
    const block = PLACE.replace('></', () => `>${inScript({ ...session, nonce })}</`);
    return { html: built.replace(PLACE, () => block), nonce };
  };
}
