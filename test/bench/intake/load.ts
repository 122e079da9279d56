import { z } from 'zod';
import { startChild } from './child.ts';
import { type Loaded, loaded, type Order } from './load-messages.ts';

export interface Load {
  /** Sends what is ordered. `onBegin`: when the first request goes out. */
  run(order: Order, onBegin?: () => void): Promise<Loaded>;
  end(): Promise<void>;
}

const begins = z.object({ begins: z.literal(true) });

/** The load's process, which serves for many orders: it is warm after the first. */
export function startLoad(): Load {
  const child = startChild('./load-process.ts', []);
  return {
    run: async (order, onBegin = () => {}) => {
      const begun = child.told(begins);
      child.process.send(order);
      await begun;
      onBegin();
      return child.told(loaded);
    },
    end: () => child.end(),
  };
}
