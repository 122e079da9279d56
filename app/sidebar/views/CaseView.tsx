import { useCallback, useMemo, useState } from 'react';
import styled from 'styled-components';
import { CoverageError, createCalendar } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { projectNow } from '../../../domain/deadlines.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Rule, Stack } from '../../ui/layout.tsx';
import { StepList } from '../../ui/StepList.tsx';
import { useDraftState } from '../draft/use-draft-state.ts';
import { nextTextChange } from '../model/next-tick.ts';
import { type Reading, statusText } from '../model/status.ts';
import { capsOf, leadingDeadline, stepsOf } from '../model/steps.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useNow } from '../use-now.ts';
import { Actions } from './Actions.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { Lead } from './Lead.tsx';
import { PersonNotice } from './PersonNotice.tsx';
import { PhoneView } from './PhoneView.tsx';
import { ResponseForm } from './ResponseForm.tsx';
import { type SettledKind, SettledView } from './SettledView.tsx';
import { SentNotice } from './WaitingView.tsx';

export interface CaseViewProps {
  readonly kind: 'open' | 'refused' | SettledKind;
  readonly record: ClockRecord;
  readonly byPost: boolean;
  readonly needsPerson: boolean;
}

const Steps = styled.div`
  padding-top: 8px;
`;

/** Where the record's calendar does not reach, what was saved stands. */
function projected(record: ClockRecord, { calendar, now }: Reading): readonly Deadline[] {
  try {
    return projectNow(record.deadlines, calendar, record.counting, now);
  } catch (error) {
    if (error instanceof CoverageError) return record.deadlines;
    throw error;
  }
}

function useReading(record: ClockRecord): Reading {
  const { language, when, now: clock } = useEnvironment();
  const calendar = useMemo(() => createCalendar(record.calendar), [record.calendar]);
  const next = useCallback(
    (now: Instant) => nextTextChange(record.deadlines, now, { reader: when.zone, policy: calendar.zone }),
    [record.deadlines, when.zone, calendar.zone],
  );
  const now = useNow(clock, next);
  return { now, calendar, language, when };
}

/** A case: what is owed next, what to do about it, and its steps. */
export function CaseView({ kind, record, byPost, needsPerson }: CaseViewProps) {
  const reading = useReading(record);
  const { drafts } = useSidebar();
  const { draft, internal, sent } = useDraftState(drafts);
  const [responding, setResponding] = useState(false);
  const { say } = reading.language;
  const deadlines = projected(record, reading);
  const leading = leadingDeadline(deadlines, reading.now);
  const steps = stepsOf(record, deadlines, reading);
  const caps = capsOf(deadlines, reading);

  if (responding && !draft && leading) {
    const { due, distance } = statusText(leading, reading);
    const known =
      leading.duty === 'response' ? { due: say('response.due', { day: due, line: distance }) } : {};
    return <ResponseForm {...known} onClose={() => setResponding(false)} />;
  }
  const lead = { record, reading, byPost };
  return (
    <Stack>
      {kind === 'refused' ? <PhoneView recordedBy={record.policy.company} /> : null}
      {kind === 'open' && leading ? <Lead leading={leading} {...lead} /> : null}
      {kind !== 'open' && kind !== 'refused' ? (
        <SettledView kind={kind} record={record} reading={reading} />
      ) : null}
      {needsPerson ? <PersonNotice /> : null}
      {sent ? <SentNotice event={sent} /> : null}
      {draft ? <DraftPanel draft={draft} internal={internal} /> : null}
      {kind === 'open' && leading && !sent && (!draft || draft.presence === 'gone') ? (
        <Actions
          leading={leading}
          {...lead}
          automaticFails={needsPerson}
          onRespond={() => setResponding(true)}
        />
      ) : null}
      <Steps>
        <StepList steps={steps} label={say('step.list')} />
      </Steps>
      {caps.length > 0 ? (
        <>
          <Rule />
          <StepList steps={caps} label={say('step.capHelp')} />
        </>
      ) : null}
    </Stack>
  );
}
