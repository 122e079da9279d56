import { OutcomeChoice } from '../../views/OutcomeChoice.tsx';
import { DecisionFields } from '../respond/DecisionFields.tsx';
import type { PostFault } from './post-fault.ts';
import type { PostSpec } from './post-kinds.ts';
import type { Post, PostEntry } from './use-post.ts';

export interface DecidedFieldsProps {
  readonly decides: PostSpec['decides'];
  readonly post: Post;
  readonly fault: PostFault | undefined;
  /** The fault in words, where it is about this part of the form. */
  readonly wordsAt: (at: PostFault['at']) => string | undefined;
  readonly onChange: () => void;
}

/** What is decided with the letter, as far as it decides anything. */
export function DecidedFields({ decides, post, fault, wordsAt, onChange }: DecidedFieldsProps) {
  const { value } = post.kept;
  const change = (part: Partial<PostEntry>): void => {
    post.kept.change(part);
    onChange();
  };
  if (decides === 'response') {
    const faults =
      fault && (fault.at === 'outcome' || fault.at === 'amount') ? { [fault.at]: fault.text } : {};
    return <DecisionFields value={value} faults={faults} onChange={change} />;
  }
  if (decides === undefined) return null;
  return (
    <OutcomeChoice
      value={value.outcome}
      onChange={(outcome) => change({ outcome })}
      error={wordsAt('outcome')}
    />
  );
}
