import type { Frame } from 'playwright-core';

/** In the page: nothing has changed for a while, and nothing spins; at the latest after a minute. */
const SCRIPT = `new Promise((resolve) => {
  const quiet = 100;
  const began = performance.now();
  let last = began;
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => {
    const now = performance.now();
    const spins = document.querySelector('[role="progressbar"]') !== null;
    if ((now - last > quiet && !spins) || now - began > 60000) {
      observer.disconnect();
      for (const one of document.getAnimations())
        if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
      resolve(undefined);
    } else setTimeout(look, 25);
  };
  look();
})`;

/** Waits until the sidebar shows what it is going to show, with every transition at its end. */
export async function atRest(sidebar: Frame): Promise<void> {
  await sidebar.evaluate(SCRIPT);
}
