interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets items that arrive together share one commit: while one is under way, the next ones gather and go together.
 * Nothing is delayed by it. Resolves once the item is committed, rejects with what the commit rejected with.
 */
export function createBatch<T>(commit: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  let gathered: Waiting<T>[] = [];
  let busy = false;

  const flush = async (): Promise<void> => {
    busy = true;
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      try {
        await commit(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      if (!busy) void flush();
    });
}
