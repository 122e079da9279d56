import { useCallback, useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import { failureWords } from './use-failure-text.ts';

export interface Action {
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly failure?: string;
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/** Something a click starts: busy while it runs, and its failure in plain words. */
export function useAction(): Action {
  const { language, loadTexts } = useEnvironment();
  const { say } = language;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = useCallback(
    async (work: () => Promise<void>) => {
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
      } catch (error) {
        setFailure(await failureWords(error, say, loadTexts));
      } finally {
        setBusy(false);
      }
    },
    [say, loadTexts],
  );
  return { busy, run, ...(failure === undefined ? {} : { failure }) };
}
