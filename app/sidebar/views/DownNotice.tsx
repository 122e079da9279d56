import { useState } from 'react';
import type { ClockRecord } from '../../../domain/record.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { PlugIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useSpokenChange } from '../use-spoken.ts';

export interface DownNoticeProps {
  readonly record: ClockRecord;
  /** Asks the service again. */
  readonly onRetry: () => Promise<void>;
}

/** The service does not answer: what is shown stands on the ticket, and what is missing comes later. */
export function DownNotice({ record, onRetry }: DownNoticeProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  const { caseAnswer } = useSidebar();
  const [asking, setAsking] = useState(false);
  const code = caseAnswer?.ok === false ? caseAnswer.code : undefined;
  const down = code === 'unreachable' || code === 'refused';
  useSpokenChange(`down ${down ? code : ''}`, down ? say('down.title') : say('down.back'), 'down ');
  if (!down) return null;
  const retry = async (): Promise<void> => {
    setAsking(true);
    await onRetry();
    setAsking(false);
  };
  const { savedAt } = record;
  const time = when.today(savedAt) === when.today(now()) ? when.time(savedAt) : when.moment(savedAt);
  return (
    <Notice
      icon={<PlugIcon />}
      title={say('down.title')}
      actions={
        <LinkButton disabled={asking} onClick={() => void retry()}>
          {say(asking ? 'down.asking' : 'down.retry')}
        </LinkButton>
      }
    >
      {say(code === 'refused' ? 'down.refused' : 'down.text', { time })} {say('down.missing')}
    </Notice>
  );
}
