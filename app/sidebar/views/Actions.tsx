import type { ReactNode } from 'react';
import { Help, Row } from '../../ui/layout.tsx';
import { DutyButtons } from '../actions/duty/DutyButtons.tsx';
import { OtherDuty } from '../actions/duty/OtherDuty.tsx';
import { useDoing } from '../actions/duty/use-doing.ts';
import { isOverdue, useDelay } from '../actions/explain-delay/use-delay.ts';
import { DelaySelect, PostDuty } from '../later-parts.tsx';
import { actionFor } from '../model/duty-actions.ts';
import { type Reading, statusText } from '../model/status.ts';
import type { LeadProps } from './Lead.tsx';

export interface ActionsProps extends LeadProps {
  readonly reading: Reading;
  /** The service has said that it can't go on by itself. */
  readonly automaticFails: boolean;
  readonly onRespond: () => void;
  /** What else may be done, beside the primary button. */
  readonly menu?: ReactNode;
}

/** The service acknowledges by itself; by hand only where it says that it can't, or where it is late. */
function acknowledgesItself({ leading, reading, automaticFails }: ActionsProps): boolean {
  return statusText(leading, reading).tone === 'neutral' && !automaticFails;
}

/** What can be done about the deadline. */
export function Actions(props: ActionsProps): ReactNode {
  const { leading, record, reading, byPost, automaticFails, onRespond, menu } = props;
  const { say } = reading.language;
  const delay = useDelay(leading, record);
  const doing = useDoing(delay);
  const duty = actionFor(leading.duty);
  if (!duty) return <OtherDuty leading={leading} menu={menu} />;
  if (!byPost && duty.event === 'acknowledged' && acknowledgesItself(props)) {
    return (
      <Row>
        <Help style={{ flex: 1 }}>{say('case.automatic')}</Help>
        {menu}
      </Row>
    );
  }
  const late = isOverdue(leading, reading.now) ? <DelaySelect delay={delay} /> : null;
  if (byPost) {
    return (
      <>
        {late}
        <PostDuty event={duty.event} delay={delay} doing={doing} menu={menu} />
      </>
    );
  }
  return (
    <>
      {late}
      {duty.event === 'acknowledged' && !automaticFails ? <Help>{say('case.automaticLate')}</Help> : null}
      <DutyButtons duty={duty} doing={doing} menu={menu} onRespond={onRespond} />
    </>
  );
}
