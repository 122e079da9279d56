import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Splits what came over a connection into answers, by their lengths. */
export function parseAnswers(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = Buffer.from(text, 'latin1'); rest.length > 0; ) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return answers;
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const headers = new Map(
      lines.map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
      }),
    );
    const length = Number(headers.get('content-length') ?? rest.length - end - 4);
    const body = rest.subarray(end + 4, end + 4 + length).toString('utf8');
    answers.push({ status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]), headers, body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}

/** Sends bytes as they are, and reads until the other side ends the connection, or until `enough` says so. */
export async function sendRaw(
  port: number,
  pieces: readonly (string | Uint8Array)[],
  enough: (answers: readonly RawAnswer[]) => boolean = () => false,
): Promise<RawAnswer[]> {
  const socket: Socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const soFar = (): RawAnswer[] => parseAnswers(Buffer.concat(chunks).toString('latin1'));
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    if (enough(soFar())) socket.destroy();
  });
  // Whoever is refused unread may find the connection reset.
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  for (const piece of pieces) socket.write(piece);
  await closed;
  return soFar();
}
