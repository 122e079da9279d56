import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { pageHeaders } from './page-headers.ts';

/** The languages of the pages that come before Zendesk has told which one the reader has there. */
export type WordsLanguage = 'en' | 'de';

/** By what the browser says; English where it says neither. */
export const languageOf = (request: Request): WordsLanguage =>
  request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';

export interface WordsPage {
  readonly status: number;
  readonly code: string;
  readonly language: WordsLanguage;
  readonly text: string;
  /** What follows the text, as HTML. */
  readonly more?: string;
  /** Of the page itself. */
  readonly script?: string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE =
  ':root{color-scheme:light dark}body{margin:24px;max-width:36em;font:15px/1.5 system-ui,sans-serif}h1{font-size:20px}button{font:inherit;padding:4px 12px}';

/** Sends a page of words: nothing in it comes from elsewhere. */
export function sendWords(request: Request, response: Response, account: string, page: WordsPage): void {
  const { status, code, language, text, more = '', script } = page;
  const nonce = randomBytes(16).toString('base64');
  pageHeaders(request, response, { account, nonce, kind: script === undefined ? 'words' : 'waiting' });
  const html = `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8"><title>Complaint Clock</title><style nonce="${nonce}">${STYLE}</style></head>
  <body data-code="${code}"><main><h1>Complaint Clock</h1><p role="status">${escaped(text)}</p>${more}</main>${
    script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`
  }</body>
</html>
`;
  response.set('Connection', 'close').status(status).type('html').send(html);
}
