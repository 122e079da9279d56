/*
 * Loaded into the service before its own program (--import), with --expose-gc: tells what memory the process holds
 * whenever it is sent a message, and after a collection where the message asks for one.
 */
process.on('message', (message) => {
  if (message === 'collected') for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, heap: heapUsed + external });
});
