import { useEffect, useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import type { Say } from '../ui/language.ts';
import { loadSoon } from './load-soon.ts';

/** What went wrong and what to do. Where even the words for it can't be had, that is what went wrong. */
export async function failureWords(
  error: unknown,
  say: Say,
  loadTexts: (() => Promise<void>) | undefined,
): Promise<string> {
  try {
    const [{ failureText }] = await Promise.all([loadSoon(), loadTexts?.()]);
    return failureText(error, say);
  } catch {
    return say('failure.unreachable');
  }
}

/** The same in a view: undefined while nothing went wrong, and until there are words for it. */
export function useFailureText(error: unknown): string | undefined {
  const { language, loadTexts } = useEnvironment();
  const { say } = language;
  const [found, setFound] = useState<{ readonly error: unknown; readonly words: string }>();
  useEffect(() => {
    let alive = true;
    if (error !== undefined)
      void failureWords(error, say, loadTexts).then((words) => alive && setFound({ error, words }));
    return () => {
      alive = false;
    };
  }, [error, say, loadTexts]);
  return error !== undefined && found?.error === error ? found.words : undefined;
}
