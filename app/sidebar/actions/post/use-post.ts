import { useState } from 'react';
import { z } from 'zod/mini';
import { type Instant, isLocalDate, type LocalDate } from '../../../../domain/local-date.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { type TypedMoment, typedMoment } from '../../../ui/typed-moment.ts';
import { type Kept, useKept } from '../../../ui/use-kept.ts';
import type { InsertOptions } from '../../draft/letter-html.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { decisionSchema, savedDecision } from '../respond/decision.ts';
import { type PostFault, readPosted, undecided, unwritten } from './post-fault.ts';
import { POSTS, type PostKind } from './post-kinds.ts';
import { useAddress } from './use-address.ts';
import { type LetterText, useLetterText } from './use-letter-text.ts';

const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');
const entrySchema = z.extend(decisionSchema, {
  /** Undefined: as found. */
  address: z.optional(z.string()),
  /** As the agent has worded it, for each outcome apart, so that no letter says another than is recorded. */
  texts: z.record(z.string(), z.string()),
  /** Undefined: now. */
  posted: z.optional(z.object({ date: z.optional(day), time: z.string() })),
});
export type PostEntry = z.output<typeof entrySchema>;

/** What a letter is about. */
export interface PostSubject extends Pick<InsertOptions, 'newDate' | 'asked'> {
  readonly kind: PostKind;
  readonly record: ClockRecord;
}

export interface Post {
  readonly kept: Kept<PostEntry>;
  readonly address: string;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly letter: LetterText;
  /** The letter's text is on its way, and belongs on the file with the posting. */
  readonly loading: boolean;
  readonly posted: TypedMoment;
  /** What keeps the letter from being printed. */
  readonly printFault: () => PostFault | undefined;
  /** When it was posted, or what keeps that from being recorded. */
  readonly postedAt: () => Instant | PostFault;
}

/** What the agent enters about a letter, kept until it is recorded. */
export function usePost({ kind, record, newDate, asked }: PostSubject): Post {
  const { when, now } = useEnvironment();
  const { ticket, fields } = useSidebar();
  const spec = POSTS[kind];
  const kept = useKept<PostEntry>(
    `post:${kind}`,
    { ...savedDecision(ticket, fields), texts: {} },
    entrySchema,
  );
  const { outcome, texts } = kept.value;
  const letter = useLetterText(kind, { record, outcome, newDate, asked });
  const found = useAddress();
  const [opened] = useState(() => typedMoment(now(), when.zone));
  const { date, time } = kept.value.posted ?? opened;
  const posted: TypedMoment = { time, ...(date ? { date } : {}) };
  const address = kept.value.address ?? found ?? '';
  const typed = texts[outcome ?? ''];
  const text = typed ?? letter.text ?? '';
  const open = undecided(spec, kept.value);
  const notBefore = record.events.findLast((event) => event.kind === spec.since)?.at;
  return {
    kept,
    address,
    text,
    write: (words) => kept.change({ texts: { ...texts, [outcome ?? '']: words } }),
    letter,
    loading: letter.text === undefined && typed === undefined && letter.error === undefined && !open,
    posted,
    printFault: () => open ?? unwritten({ macro: letter.text ?? '', text, address }),
    postedAt: () => open ?? readPosted(posted, { zone: when.zone, now: now(), notBefore, since: spec.since }),
  };
}
