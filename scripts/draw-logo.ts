import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.ts';

const SIZES = { 'logo.png': 320, 'logo-small.png': 128 } as const;

/** Draws assets/logo.png and assets/logo-small.png, the sizes that Zendesk asks for, from logo.svg. */
async function drawLogos(): Promise<void> {
  const svg = await readFile(new URL('logo.svg', import.meta.url), 'utf8');
  const browser = await launchBrowser();
  try {
    for (const [name, size] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      const png = await page.screenshot({ omitBackground: true });
      await writeFile(fileURLToPath(new URL(`../assets/${name}`, import.meta.url)), png);
    }
  } finally {
    await browser.close();
  }
}

await drawLogos();
