import type { Reply } from './route.ts';

/** 200 with nothing in it, as some of Zendesk's older endpoints answer. */
export const emptyOk = (): Reply => ({
  status: 200,
  raw: { content: Buffer.alloc(0), type: 'application/json' },
});
