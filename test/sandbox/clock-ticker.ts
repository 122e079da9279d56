/** A page or a service that follows the clock is never further behind than this, in real milliseconds. */
const EVERY_MS = 1000;

/** Calls once a real second while it is told to run, and never keeps the process alive. */
export function startTicker(tick: () => void): { runWhile(running: boolean): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    runWhile(running) {
      clearInterval(timer);
      timer = running ? setInterval(tick, EVERY_MS).unref() : undefined;
    },
  };
}
