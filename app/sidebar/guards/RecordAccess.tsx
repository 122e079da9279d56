import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useLacking } from './use-lacking.ts';

/** A complaint is recorded by a tag: whoever can add none is told before filling in the form. */
export function RecordAccess() {
  const { say } = useEnvironment().language;
  const lacking = useLacking();
  if (lacking === 'tags')
    return (
      <Notice warning icon={<AlertIcon />} title={say('draft.notTaggedTitle')}>
        {say('guard.noTagsRecord')}
      </Notice>
    );
  if (lacking !== 'account_tags') return null;
  return (
    <Notice warning icon={<AlertIcon />} title={say('draft.tagsOffTitle')}>
      {say('guard.tagsOffRecord')}
    </Notice>
  );
}
