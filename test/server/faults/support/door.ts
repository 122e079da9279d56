import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands before a server and can be shut, so that whoever comes is refused the connection. */
export interface Door {
  readonly url: string;
  /** Breaks what is connected and refuses what comes; done when it returns. */
  shut(): void;
  /** Lets in again at the same address. */
  open(): Promise<void>;
  stop(): Promise<void>;
}

/** @param target asked at each connection, for the server behind may come back at another address */
export async function openDoor(target: () => string): Promise<Door> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Either side may leave; the other is told by the end of its own connection.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname);
    keep(near);
    keep(far);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  const listen = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the door listens on no port');
    return address.port;
  };
  const shut = (): void => {
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}`,
    shut,
    open: async () => {
      if (!server.listening) await listen(own);
    },
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      shut();
      await closed;
    },
  };
}
