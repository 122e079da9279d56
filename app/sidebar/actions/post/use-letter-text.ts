import { useEffect, useState } from 'react';
import type { Outcome } from '../../../../domain/events.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import { htmlToLines } from '../../../zaf/html-text.ts';
import type { InsertOptions } from '../../draft/letter-html.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { DATA_PROTECTION } from '../respond/AddedBox.tsx';
import { POSTS, type PostKind } from './post-kinds.ts';

export interface LetterText {
  /** The macro's text for this customer; undefined until it was read. */
  readonly text: string | undefined;
  readonly error: unknown;
}

export interface LetterFacts extends Pick<InsertOptions, 'newDate' | 'asked'> {
  readonly record: ClockRecord;
  readonly outcome: Outcome | undefined;
}

/** The letter that the macros have for the message, as plain paragraphs; one with an outcome once that is chosen. */
export function useLetterText(kind: PostKind, { record, outcome, newDate, asked }: LetterFacts): LetterText {
  const { drafts } = useSidebar();
  const [found, setFound] = useState<LetterText>({ text: undefined, error: undefined });
  const { decides } = POSTS[kind];
  const ready = decides === undefined || outcome !== undefined;
  const aboutData = decides === 'response' && record.flags?.includes(DATA_PROTECTION) === true;
  useEffect(() => {
    if (!ready) return undefined;
    let alive = true;
    drafts.letter(kind, { outcome, newDate, asked, extras: aboutData ? ['data_protection'] : [] }).then(
      (html) => alive && setFound({ text: htmlToLines(html), error: undefined }),
      (error: unknown) => alive && setFound({ text: undefined, error }),
    );
    return () => {
      alive = false;
    };
  }, [drafts, kind, outcome, newDate, asked, aboutData, ready]);
  return found;
}
