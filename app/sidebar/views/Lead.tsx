import { type ReactNode, useState } from 'react';
import type { Deadline } from '../../../domain/deadline.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { AlertIcon, ClockIcon, MailIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/layout.tsx';
import { StatusBlock } from '../../ui/StatusBlock.tsx';
import { Reasons } from '../later-parts.tsx';
import { actionFor } from '../model/duty-actions.ts';
import { dutyName } from '../model/duty-names.ts';
import { type StatusText, statusText } from '../model/status.ts';
import { useListedSince } from '../use-listed-since.ts';
import { useCountedReading } from '../use-reading.ts';
import { useSpoken } from '../use-spoken.ts';

function iconFor(status: StatusText, byPost: boolean): ReactNode {
  if (byPost) return <MailIcon />;
  return status.tone === 'danger' ? <AlertIcon /> : <ClockIcon />;
}

export interface LeadProps {
  readonly leading: Deadline;
  readonly record: ClockRecord;
  readonly byPost: boolean;
}

/** The status block of the deadline that is owed next, with its reasons on demand. */
export function Lead({ leading, record, byPost }: LeadProps) {
  const reading = useCountedReading();
  const { say } = reading.language;
  const [open, setOpen] = useState(false);
  const status = statusText(leading, reading);
  const listed = useListedSince();
  const action = actionFor(leading.duty);
  const title = byPost && action ? say(action.byPost) : dutyName(leading.duty, 'open', reading);
  const state = say(status.state);
  useSpoken(
    `${leading.regime}.${leading.duty} ${state}`,
    say('live.status', { step: title, state, due: status.due }),
  );
  return (
    <Stack $gap={8}>
      <StatusBlock
        tone={status.tone}
        icon={iconFor(status, byPost)}
        title={title}
        state={state}
        due={status.due}
        distance={status.distance}
        {...(listed !== undefined && status.tone === 'danger'
          ? { note: say('lead.listed', { time: reading.when.shortMoment(listed, reading.now) }) }
          : {})}
        action={
          <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'why.hide' : 'why.show')}
          </LinkButton>
        }
      />
      {open ? <Reasons tone={status.tone} deadline={leading} record={record} reading={reading} /> : null}
    </Stack>
  );
}
