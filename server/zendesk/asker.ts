/** Asks once for all who wait, after the line has been gone through. */
export function createAsker() {
  let onAsk = (): void => {};
  let isAsking = false;
  return {
    onAsk: (ask: () => void): void => {
      onAsk = ask;
    },
    ask: (): void => {
      if (isAsking) return;
      isAsking = true;
      queueMicrotask(() => {
        isAsking = false;
        onAsk();
      });
    },
  };
}
