import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const PAGE = `<!doctype html><html><head><script type="module" src="./assets/page-abc.js"></script></head>
<body><script type="application/json" id="session"></script><a href="./assets/x">x</a></body></html>`;

/** Puts a page into a folder of its own, as a build does. */
export async function builtPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  // Long enough to be worth compressing.
  await writeFile(join(folder, 'assets', 'page-abc.js'), `export {};\n${'// so long\n'.repeat(500)}`);
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  return folder;
}

const sessionShape = z.object({
  token: z.string(),
  expiresAt: z.string(),
  endsAt: z.string(),
  access: z.enum(['lead', 'agent']),
  userId: z.number(),
  nonce: z.string(),
});
export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What the page was told; undefined where it is a page of words. */
  readonly session: z.infer<typeof sessionShape> | undefined;
  /** Why it is a page of words. */
  readonly code: string | undefined;
}

/** What a browser gets when it opens the page. */
export function openedFrom(response: Response, html: string): Opened {
  const [, json] = /<script type="application\/json" id="session">(.*?)<\/script>/s.exec(html) ?? [];
  return {
    status: response.status,
    headers: response.headers,
    html,
    session: json ? sessionShape.parse(JSON.parse(json)) : undefined,
    code: /data-code="(\w+)"/.exec(html)?.[1],
  };
}
