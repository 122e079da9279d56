import { useMemo } from 'react';
import { HINT_HIDDEN_TAG } from '../../../domain/terms.ts';
import { matchedPhrases } from '../../../domain/text/phrases.ts';
import { useSidebar } from '../SidebarContext.tsx';
import type { CustomerTexts } from './use-customer-texts.ts';

/** More say no more, and take room. */
const MOST = 4;

/** The words of the customer that read like a complaint; none where somebody has dismissed the question. */
export function useHint({ texts }: CustomerTexts): readonly string[] {
  const { policy, ticket } = useSidebar();
  const phrases = useMemo(() => Object.values(policy?.guidance.hints ?? {}).flat(), [policy]);
  const hidden = ticket.tags.includes(HINT_HIDDEN_TAG);
  const text = texts.join('\n\n');
  return useMemo(
    () => (hidden || phrases.length === 0 ? [] : matchedPhrases(text, phrases).slice(0, MOST)),
    [hidden, phrases, text],
  );
}
