import type { NextFunction, Request, Response } from 'express';
import { conflictBody, type Effect } from './effect.ts';
import { holdReply } from './hold-reply.ts';

/** A request that a fault strikes. */
export interface Struck {
  req: Request;
  res: Response;
  /** Lets the request go on to its route. */
  next: NextFunction;
  /** The work took effect; what it caused may leave although the reply does not. */
  onWorkDone(): void;
}

/** Does to a request what the effect says. */
export function strike(effect: Effect, struck: Struck): void {
  switch (effect.kind) {
    case 'answer':
      answer(struck, effect);
      break;
    case 'conflict':
      answer(struck, { status: 409, body: conflictBody(effect.error) });
      break;
    case 'slow':
      later(struck, effect.ms, () => struck.next());
      break;
    case 'reset':
      if (effect.when === 'before') cut(struck);
      else afterWork(struck, () => cut(struck));
      break;
    case 'silence':
      silence(struck, effect);
      break;
    case 'malformed':
      afterWork(struck, (reply) => reply.send(reply.body.subarray(0, reply.body.length >> 1)));
      break;
  }
}

function answer({ res }: Struck, effect: Omit<Extract<Effect, { kind: 'answer' }>, 'kind'>): void {
  res.status(effect.status).set(effect.headers ?? {});
  if (typeof effect.body === 'object') res.json(effect.body);
  else res.send(effect.body ?? '');
}

function silence(struck: Struck, { when, ms, until }: Extract<Effect, { kind: 'silence' }>): void {
  const wait = (run: () => void) => {
    // Without an end to it, the client's own patience is what ends it.
    if (ms !== undefined) later(struck, ms, run);
    void until?.().then(() => {
      if (!struck.res.destroyed) run();
    });
  };
  if (when === 'after') afterWork(struck, (reply) => wait(() => reply.send()));
  else wait(() => struck.next());
}

function afterWork(struck: Struck, then: Parameters<typeof holdReply>[1]): void {
  holdReply(struck.res, (reply) => {
    struck.onWorkDone();
    then(reply);
  });
  struck.next();
}

/** A reset, as a crashed balancer sends it, rather than an orderly end. */
function cut({ req }: Struck): void {
  req.socket.resetAndDestroy();
}

/** Goes on after a while, unless the client has left by then. */
function later({ res }: Struck, ms: number, run: () => void): void {
  const timer = setTimeout(run, ms);
  res.once('close', () => clearTimeout(timer));
}
