import type { Request, RequestHandler, Response } from 'express';
import { decodeJwt } from 'jose';
import type { Phase } from '../http/phase.ts';
import { TOLERANCE_SECONDS } from '../jwt-fault.ts';
import { tokenField } from './page-form.ts';
import { languageOf, sendWords, type WordsLanguage } from './words-page.ts';

const RETRY_AFTER_SECONDS = '5';

type Texts = Readonly<Record<'starting' | 'stopping' | 'opensItself' | 'openAgain' | 'tryNow', string>>;

const TEXTS: Readonly<Record<WordsLanguage, Texts>> = {
  en: {
    starting: 'The service is starting.',
    stopping: 'The service is being stopped.',
    opensItself: 'This page opens by itself as soon as it is there.',
    openAgain: 'In a minute, choose Complaint Clock on the left of Zendesk again.',
    tryNow: 'Try now',
  },
  de: {
    starting: 'Der Dienst startet gerade.',
    stopping: 'Der Dienst wird gerade beendet.',
    opensItself: 'Diese Seite öffnet sich von selbst, sobald er da ist.',
    openAgain: 'Bitte in einer Minute links in Zendesk erneut Complaint Clock wählen.',
    tryNow: 'Jetzt versuchen',
  },
};

/** Asks whether the service is there, and then sends Zendesk's form again; no longer than its token holds. */
const SCRIPT = `
const form = document.querySelector('form');
const until = performance.now() + Number(form.dataset.seconds) * 1000;
const isThere = () => fetch('', { cache: 'no-store' }).then(({ status }) => status < 500, () => false);
const look = async () => {
  if (await isThere()) return form.submit();
  if (performance.now() < until) return setTimeout(look, 2000);
  document.querySelector('[role=status]').textContent = form.dataset.over;
  form.remove();
};
setTimeout(look, 2000);
`;

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** How long the token says that it holds; whoever opens the page checks it. Nothing where it is none. */
function secondsLeft(token: string, now: number): number {
  if (!TOKEN.test(token)) return 0;
  try {
    const { exp = 0 } = decodeJwt(token);
    return Math.max(0, Math.floor(exp + TOLERANCE_SECONDS - now / 1_000));
  } catch {
    return 0; // No token at all: nothing to try again with.
  }
}

export interface WaitingPageOptions {
  /** Where Zendesk is: nobody else may show the page in a frame. */
  readonly account: string;
  readonly phase: () => Phase;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/**
 * What stands in place of the leads' page while the service starts or stops. The token of Zendesk's form was not taken:
 * as long as it holds, the page sends it again by itself.
 */
export function waitingPage({ account, phase, now = Date.now }: WaitingPageOptions): RequestHandler {
  const send = (request: Request, response: Response, token: string): void => {
    const language = languageOf(request);
    const texts = TEXTS[language];
    const code = phase().name === 'stopping' ? 'stopping' : 'starting';
    const seconds = secondsLeft(token, now());
    const over = `${texts[code]} ${texts.openAgain}`;
    response.set('Retry-After', RETRY_AFTER_SECONDS);
    const page = { status: 503, code, language };
    if (seconds === 0) {
      sendWords(request, response, account, { ...page, text: over });
      return;
    }
    // Without an address of its own it goes where Zendesk's went, with what Zendesk put behind it.
    const form = `<form method="post" data-seconds="${seconds}" data-over="${over}"><input type="hidden" name="token" value="${token}"><button>${texts.tryNow}</button></form>`;
    const text = `${texts[code]} ${texts.opensItself}`;
    sendWords(request, response, account, { ...page, text, more: form, script: SCRIPT });
  };
  return async (request, response, next) => {
    if (request.path !== '/') return next();
    const form = request.method === 'POST' ? await tokenField(request) : undefined;
    send(request, response, form?.token ?? '');
  };
}
