import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Received, type Receiver, type Scripted, startReceiver } from './receiver.ts';

/** A receiver that is closed by itself. Each part is read anew: there may be another receiver by then. */
export type KeptReceiver = Readonly<Pick<Receiver, 'url' | 'received'>>;

interface Kept {
  readonly receiver: KeptReceiver;
  start(): Promise<void>;
  close(): Promise<void>;
}

function kept(script?: Scripted[]): Kept {
  let running: Receiver | undefined;
  const there = (): Receiver => {
    if (!running) throw new Error('The receiver runs only during a test: use it in a test or a hook.');
    return running;
  };
  return {
    receiver: {
      get url(): string {
        return there().url;
      },
      get received(): Received[] {
        return there().received;
      },
    },
    async start() {
      running = await startReceiver(script);
    },
    async close() {
      await running?.close();
      running = undefined;
    },
  };
}

/** A receiver for each test of the file. Asked for before the account, it is closed after it. */
export function receiverForEach(script?: Scripted[]): KeptReceiver {
  const { receiver, start, close } = kept(script);
  beforeEach(start);
  afterEach(close);
  return receiver;
}

/** One receiver for all tests of the file. Asked for before the account, it is closed after it. */
export function receiverForAll(script?: Scripted[]): KeptReceiver {
  const { receiver, start, close } = kept(script);
  beforeAll(start);
  afterAll(close);
  return receiver;
}
