import type { Request, Response } from 'express';
import helmet from 'helmet';

export interface PageHeaders {
  /** Where Zendesk is: nobody else may show the page in a frame. */
  readonly account: string;
  /** Of the rules, and of a waiting page the script, that stand in the page itself. */
  readonly nonce: string;
  /** `board`: the page with its files; `words`: nothing but words; `waiting`: these, and a form that is sent again. */
  readonly kind: 'board' | 'words' | 'waiting';
}

/** In place of what the rest of the service says: shown in a frame of the account, by nobody else, and kept nowhere. */
export function pageHeaders(request: Request, response: Response, of: PageHeaders): void {
  const { account, nonce, kind } = of;
  const [none, own, byNonce] = [["'none'"], ["'self'"], [`'nonce-${nonce}'`]];
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: { board: own, words: none, waiting: byNonce }[kind],
        styleSrc: kind === 'board' ? [...own, ...byNonce] : byNonce,
        imgSrc: [...own, 'data:', 'blob:'],
        fontSrc: own,
        connectSrc: kind === 'words' ? none : own,
        frameAncestors: [account],
        baseUri: none,
        formAction: kind === 'waiting' ? own : none,
        objectSrc: none,
      },
    },
    xFrameOptions: false,
  })(request, response, () => {});
  // It knows no address: the policy above says who may show the page.
  response.removeHeader('X-Frame-Options');
  response.set('Cache-Control', 'no-store');
}
