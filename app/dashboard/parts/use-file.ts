import { useRef, useState } from 'react';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { download, fileNameOf } from './download.ts';

export interface FileLoading {
  /** Bytes so far; undefined while nothing is being loaded. */
  readonly loaded: number | undefined;
  readonly failure: string | undefined;
  /** Saves what the service answers at the path. */
  readonly load: (path: string, fallbackName: string) => Promise<void>;
  readonly stop: () => void;
}

async function readAll(response: Response, onPart: (bytes: number) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    onPart(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

/** Loads a file with the session, which a plain link could not send, and tells how far it is. */
export function useFile(): FileLoading {
  const { api, language, onFailure } = useBoard();
  const [loaded, setLoaded] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const aborter = useRef<AbortController>(undefined);
  return {
    loaded,
    failure,
    stop: () => aborter.current?.abort(),
    async load(path, fallbackName) {
      const mine = new AbortController();
      aborter.current = mine;
      setFailure(undefined);
      setLoaded(0);
      try {
        const response = await api.response({ path, signal: mine.signal });
        download(await readAll(response, setLoaded), fileNameOf(response, fallbackName));
      } catch (error) {
        if (!mine.signal.aborted) {
          onFailure(error);
          setFailure(failureText(error, language.say));
        }
      } finally {
        setLoaded(undefined);
      }
    },
  };
}
