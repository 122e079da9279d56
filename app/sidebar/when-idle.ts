/** Safari, up to 18 at least, can't tell when it has time: by then the first look has been drawn. */
const SOON_MS = 200;
/** A machine that is busy with other things may have none for long. */
const AT_THE_LATEST_MS = 5_000;

/** Does the work once the browser has time for it, at the latest after five seconds. Answers how to call it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const waiting = setTimeout(work, SOON_MS);
    return () => clearTimeout(waiting);
  }
  const waiting = requestIdleCallback(work, { timeout: AT_THE_LATEST_MS });
  return () => cancelIdleCallback(waiting);
}
