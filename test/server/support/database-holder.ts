import { embeddedPostgres } from '../../../server/ledger/embedded-postgres.ts';

/** A process that runs the embedded Postgres of a folder until it is told to stop, or killed. Tells about it. */
const server = await embeddedPostgres({ folder: process.argv[2] ?? '', durable: false });
const address = await server.databaseUrl('holder');
process.stdout.write(`${JSON.stringify({ pid: server.pid, takenOver: server.takenOver, address })}\n`);
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
setInterval(() => {}, 60_000);
