import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

interface Answer {
  readonly status: number;
  /** Whether the server ends the connection after it. */
  readonly isLast: boolean;
}

const STATUS_AT = 'HTTP/1.1 '.length;
const HEAD_END = '\r\n\r\n';

/** What the bytes say, once they are a whole answer; its length is always told by our server. */
function answerIn(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end + HEAD_END.length + length) return undefined;
  return {
    status: Number(head.slice(STATUS_AT, STATUS_AT + 3)),
    isLast: /\r\nconnection: close/i.test(head),
  };
}

/** One connection that is kept alive and asks one thing at a time. */
export interface Connection {
  /** The answer's status; 0 where the connection ended before there was one. */
  send(bytes: Buffer): Promise<number>;
  end(): void;
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  // Whoever waits for an answer is told by the end of the connection, which follows.
  socket.on('error', () => {});
  return socket;
}

/**
 * A client of a few lines: one that does more takes the time of the two cores from what it measures, and this one knows
 * of every single request whether it was acknowledged.
 */
export function createConnection(port: number): Connection {
  let socket: Socket | undefined;
  const exchange = (to: Socket, bytes: Buffer): Promise<Answer> =>
    new Promise((resolve) => {
      let read: Buffer = Buffer.alloc(0);
      const done = (answer: Answer): void => {
        to.off('data', onData).off('close', onClose);
        resolve(answer);
      };
      const onData = (chunk: Buffer): void => {
        read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
        const answer = answerIn(read);
        if (answer) done(answer);
      };
      const onClose = (): void => done({ status: 0, isLast: true });
      to.on('data', onData).on('close', onClose);
      to.write(bytes);
    });
  return {
    send: async (bytes) => {
      socket ??= await open(port);
      const { status, isLast } = await exchange(socket, bytes);
      if (isLast) {
        socket.destroy();
        socket = undefined;
      }
      return status;
    },
    end: () => socket?.destroy(),
  };
}
