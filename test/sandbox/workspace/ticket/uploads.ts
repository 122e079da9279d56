import type { Store } from '../state/store.ts';
import type { TicketState } from './state.ts';

/** A file on its way into a comment. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  /** Share that has arrived, 0 to 1. */
  progress: number;
  /** Zendesk's token for the comment; undefined until the whole file has arrived. */
  token: string | undefined;
  failed: string | undefined;
}

/** Sends a file; `onProgress` hears the share that has arrived. Aborting the signal stops it. */
export type SendFile = (
  file: File,
  on: { progress: (share: number) => void; signal: AbortSignal },
) => Promise<string>;

export interface TicketUploads {
  /** Starts uploading; files appear in the composer at once. */
  attach(files: Iterable<File>): void;
  /** Takes a file off again, whether it has arrived or not. */
  detach(key: string): void;
}

interface UploadParts {
  sendFile: SendFile;
  /** Tells the account to forget a file that no comment uses. */
  forgetFile: (token: string) => Promise<void>;
  newKey: () => string;
}

export function createUploads(store: Store<TicketState>, parts: UploadParts): TicketUploads {
  const running = new Map<string, AbortController>();
  const change = (make: (uploads: readonly Upload[]) => readonly Upload[]) =>
    store.update((state) => ({
      ...state,
      composer: { ...state.composer, uploads: make(state.composer.uploads) },
    }));
  const patch = (key: string, part: Partial<Upload>) =>
    change((uploads) => uploads.map((it) => (it.key === key ? { ...it, ...part } : it)));
  const start = async (file: File) => {
    const key = parts.newKey();
    const abort = new AbortController();
    running.set(key, abort);
    const { name, size } = file;
    change((uploads) => [...uploads, { key, name, size, progress: 0, token: undefined, failed: undefined }]);
    try {
      const progress = (share: number) => patch(key, { progress: share });
      patch(key, { token: await parts.sendFile(file, { progress, signal: abort.signal }), progress: 1 });
    } catch (error) {
      patch(key, { failed: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(key);
    }
  };
  return {
    attach(files) {
      for (const file of files) void start(file);
    },
    detach(key) {
      running.get(key)?.abort();
      const upload = store.get().composer.uploads.find((it) => it.key === key);
      change((uploads) => uploads.filter((it) => it.key !== key));
      // The file expires by itself where the account doesn't take it back now.
      if (upload?.token !== undefined) void parts.forgetFile(upload.token).catch(() => undefined);
    },
  };
}

/** Whether a submit would leave a file behind. */
export function isUploading(uploads: readonly Upload[]): boolean {
  return uploads.some((it) => it.token === undefined && it.failed === undefined);
}
