import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { allowedActions } from '../../../domain/actions.ts';
import { CoverageError } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { projectNow } from '../../../domain/projection.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { Rule, Stack } from '../../ui/layout.tsx';
import { StepList } from '../../ui/StepList.tsx';
import { WithMenu } from '../actions/WithMenu.tsx';
import { CaseProvider, type CaseValue, useCase } from '../CaseContext.tsx';
import { useDraftState } from '../draft/use-draft-state.ts';
import {
  ActionMenu,
  CaseAccordions,
  DraftPanel,
  OpenAction,
  PhoneView,
  PlainPanel,
  SettledActions,
  SettledView,
} from '../later-parts.tsx';
import type { Reading } from '../model/status.ts';
import { capsOf, leadingDeadline, stepsOf } from '../model/steps.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useByPost } from '../use-by-post.ts';
import { useReading } from '../use-reading.ts';
import { Actions } from './Actions.tsx';
import { CaseNotices } from './CaseNotices.tsx';
import { Lead } from './Lead.tsx';
import { PersonNotice } from './PersonNotice.tsx';
import type { SettledKind } from './settled-block.tsx';
import { SentNotice } from './WaitingView.tsx';

export interface CaseViewProps {
  readonly kind: 'open' | 'refused' | SettledKind;
  readonly record: ClockRecord;
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

/** The action whose form is open, in place of the case: one that the case allows, or that has begun its work. */
function useOpenAction({ allowed }: CaseValue) {
  const { action, held } = useSidebar();
  return action && (held || allowed.includes(action)) ? action : undefined;
}

function CaseSteps() {
  const { record, deadlines, reading } = useCase();
  const { policy } = useSidebar();
  const { say } = reading.language;
  const caps = capsOf(deadlines, reading, policy);
  return (
    <>
      <Steps>
        <StepList steps={stepsOf(record, deadlines, reading)} label={say('step.list')} />
      </Steps>
      {caps.length > 0 ? (
        <>
          <Rule />
          <StepList steps={caps} label={say('step.capHelp')} />
        </>
      ) : null}
    </>
  );
}

/** Nothing is owed by a date, and the customer still waits for an answer. */
function NothingOwed() {
  const { allowed, reading } = useCase();
  const { act } = useSidebar();
  const { say } = reading.language;
  return (
    <WithMenu>
      {allowed.includes('respond') ? (
        <Button isPrimary isStretched onClick={() => act('respond')}>
          {say('menu.respond')}
        </Button>
      ) : null}
    </WithMenu>
  );
}

/** A case: what is owed next, what to do about it, and its steps. */
export function CaseView({ kind, record, needsPerson }: CaseViewProps) {
  const byPost = useByPost();
  const { clock, reading } = useReading(record);
  const { drafts, policy, act, close } = useSidebar();
  const { draft, internal, sent, elsewhere } = useDraftState(drafts);
  const deadlines = projected(record, reading);
  const leading = leadingDeadline(deadlines, reading.now);
  const allowed = allowedActions({ ...record, deadlines }, { now: reading.now, policy });
  const value = { record, clock, reading, deadlines, leading, byPost, allowed };
  const action = useOpenAction(value);
  const free = !sent && !elsewhere && (!draft || draft.presence === 'gone');
  const body = (
    <>
      <Stack>
        {kind === 'refused' ? <PhoneView recordedBy={record.policy.company} /> : null}
        {kind === 'open' && leading ? <Lead leading={leading} record={record} byPost={byPost} /> : null}
        {kind !== 'open' && kind !== 'refused' ? (
          <SettledView kind={kind} record={record} reading={reading} />
        ) : null}
        {needsPerson ? <PersonNotice /> : null}
        {sent ? <SentNotice event={sent} /> : null}
        <CaseNotices />
        {draft ? <DraftPanel draft={draft} internal={internal} /> : null}
        {kind === 'open' && leading && free ? (
          <Actions
            leading={leading}
            record={record}
            reading={reading}
            byPost={byPost}
            automaticFails={needsPerson}
            onRespond={() => act('respond')}
            menu={<ActionMenu />}
          />
        ) : null}
        {kind === 'open' && !leading && free ? <NothingOwed /> : null}
        {kind === 'refused' && free ? <WithMenu>{null}</WithMenu> : null}
        {kind !== 'open' && kind !== 'refused' && free ? <SettledActions kind={kind} /> : null}
        <PlainPanel />
        <CaseSteps />
      </Stack>
      <CaseAccordions />
    </>
  );
  return (
    <CaseProvider value={value}>
      {action ? <OpenAction {...value} action={action} onClose={close} otherwise={body} /> : body}
    </CaseProvider>
  );
}
