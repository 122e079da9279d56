import type { Instant } from '../../../../domain/local-date.ts';
import type { TextKey } from '../../../ui/language.ts';
import { instantTyped, type TypedMoment } from '../../../ui/typed-moment.ts';
import { unfilledIn } from '../../model/binding.ts';
import { type Decision, decisionFaults } from '../respond/decision.ts';
import type { PostSpec } from './post-kinds.ts';

/** What keeps a letter from being printed or recorded, and which part of the form it is about. */
export interface PostFault {
  readonly at: 'outcome' | 'amount' | 'address' | 'text' | 'posted';
  readonly text: TextKey;
  readonly what?: string;
}

/** What the agent has not decided yet. */
export function undecided({ decides }: PostSpec, decision: Decision): PostFault | undefined {
  if (!decides) return undefined;
  const { outcome, amount } = decisionFaults(decision);
  if (outcome) return { at: 'outcome', text: outcome };
  return amount && decides === 'response' ? { at: 'amount', text: amount } : undefined;
}

export interface Written {
  /** As the macro has it. */
  readonly macro: string;
  readonly text: string;
  readonly address: string;
}

/** What is missing in the letter itself. */
export function unwritten({ macro, text, address }: Written): PostFault | undefined {
  const gap = unfilledIn(macro, text);
  if (gap) return { at: 'text', text: 'post.gap', what: gap };
  if (text.trim() === '') return { at: 'text', text: 'post.empty' };
  return address.includes('\n') ? undefined : { at: 'address', text: 'post.noAddress' };
}

export interface PostedLimits {
  readonly zone: string;
  readonly now: Instant;
  readonly notBefore: Instant | undefined;
  readonly since: PostSpec['since'];
}

const EARLY = { received: 'post.early', appealed: 'post.earlyAppeal' } as const;

/** When it was posted, or what is wrong with that. */
export function readPosted(
  posted: TypedMoment,
  { zone, now, notBefore, since }: PostedLimits,
): Instant | PostFault {
  const at = instantTyped(posted, zone);
  if (at === undefined) return { at: 'posted', text: 'post.missing' };
  if (at > now) return { at: 'posted', text: 'post.future' };
  return notBefore !== undefined && at < notBefore ? { at: 'posted', text: EARLY[since] } : at;
}
