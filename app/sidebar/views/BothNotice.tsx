import { useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PeopleIcon } from '../../ui/more-icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOthers } from '../use-others.ts';
import { useSpokenChange } from '../use-spoken.ts';

/** Somebody else has changed the ticket while the agent was writing: two may be answering at once. */
export function BothNotice({ busy }: { busy: boolean }) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const change = useOthers(busy);
  const [seen, setSeen] = useState<number>();
  const shown = change && change.auditId !== seen ? change : undefined;
  const name = shown?.name || say('both.somebody');
  const text = shown ? say('both.text', { name, time: when.time(shown.at) }) : '';
  useSpokenChange(`both ${shown?.auditId ?? ''}`, text, 'both ');
  if (!shown) return null;
  return (
    <Notice
      icon={<PeopleIcon />}
      title={say('both.title')}
      actions={<LinkButton onClick={() => setSeen(shown.auditId)}>{say('both.seen')}</LinkButton>}
    >
      {text}
    </Notice>
  );
}
