import { Button } from '@zendeskgarden/react-buttons';
import { allowedActions } from '../../../domain/actions.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { Stack } from '../../ui/layout.tsx';
import { WithMenu } from '../actions/WithMenu.tsx';
import { CaseProvider, type CaseValue, useCase } from '../CaseContext.tsx';
import { useDraftState } from '../draft/use-draft-state.ts';
import {
  ActionMenu,
  CaseAccordions,
  CaseNotices,
  CaseSteps,
  DraftPanel,
  OpenAction,
  PersonNotice,
  PhoneView,
  PlainPanel,
  SentNotice,
  SettledActions,
  SettledView,
} from '../later-parts.tsx';
import { leadingDeadline } from '../model/leading.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useByPost } from '../use-by-post.ts';
import { useReading } from '../use-reading.ts';
import { Actions } from './Actions.tsx';
import { Lead } from './Lead.tsx';
import type { SettledKind } from './settled-block.tsx';

export interface CaseViewProps {
  readonly kind: 'open' | 'refused' | SettledKind;
  readonly record: ClockRecord;
  readonly needsPerson: boolean;
}

/** The action whose form is open, in place of the case: one that the case allows, or that has begun its work. */
function useOpenAction({ allowed }: CaseValue) {
  const { action, held } = useSidebar();
  return action && (held || allowed.includes(action)) ? action : undefined;
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
  const { drafts, policy, project, act, close } = useSidebar();
  const { draft, internal, sent, elsewhere } = useDraftState(drafts);
  const deadlines = project ? project(record, reading) : record.deadlines;
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
