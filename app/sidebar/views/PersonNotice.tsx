import { useEnvironment } from '../../ui/Environment.tsx';
import { PersonIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The service could not go on by itself, and has said why in an internal note. */
export function PersonNotice() {
  const { say } = useEnvironment().language;
  return (
    <Notice icon={<PersonIcon />} title={say('person.title')}>
      {say('person.text')}
    </Notice>
  );
}
