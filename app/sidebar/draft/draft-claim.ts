/** Sees to it that of all pages of this browser one at a time has a ticket's kept reply. */
export interface DraftClaim {
  /** Takes it, or has it already; false while another page has it. */
  take(): Promise<boolean>;
  /** Calls back once no other page has it any more; it is then this page's. */
  whenFree(listener: () => void): void;
  /** Gives it back, and waits no longer. */
  release(): void;
}

/** Frames without a secure context have no locks; there every page has it, as if it were the only one. */
const locks = (): LockManager | undefined => (window.isSecureContext ? navigator.locks : undefined);

/** `name` is the reply's own. The browser gives back what a closed page had. */
export function createDraftClaim(name: string): DraftClaim {
  let giveBack: (() => void) | undefined;
  let waiting: AbortController | undefined;
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      giveBack = resolve;
    });
  return {
    async take() {
      const manager = locks();
      if (!manager || giveBack) return true;
      return await new Promise((resolve) => {
        const asked = manager.request(name, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : hold();
        });
        // A browser that gives no locks to frames: as if there were none.
        asked.catch(() => resolve(true));
      });
    },
    whenFree(listener) {
      if (waiting) return;
      waiting = new AbortController();
      const asked = locks()?.request(name, { signal: waiting.signal }, () => {
        waiting = undefined;
        const held = hold();
        listener();
        return held;
      });
      // Given up while it waited.
      asked?.catch(() => undefined);
    },
    release() {
      waiting?.abort();
      waiting = undefined;
      giveBack?.();
      giveBack = undefined;
    },
  };
}
