import { useEnvironment } from '../../../ui/Environment.tsx';
import { MomentFields } from '../../../ui/MomentFields.tsx';
import type { Post } from './use-post.ts';

export interface PostedFieldsProps {
  readonly post: Post;
  /** In words. */
  readonly fault: string | undefined;
  readonly onChange: () => void;
}

/** When the letter went into the post: now, unless told otherwise. */
export function PostedFields({ post, fault, onChange }: PostedFieldsProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return (
    <MomentFields
      legend={say('post.posted')}
      dateLabel={say('post.date')}
      timeLabel={say('post.time')}
      hint={say('post.zone', { zone: when.zone.replaceAll('_', ' ') })}
      value={post.posted}
      max={when.today(now())}
      onChange={(posted) => {
        post.kept.change({ posted });
        onChange();
      }}
      error={fault}
    />
  );
}
