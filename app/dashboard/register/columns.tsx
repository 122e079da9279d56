import type { ReactNode } from 'react';
import styled from 'styled-components';
import { localDateAt } from '../../../domain/local-date.ts';
import type { Case } from '../api/cases.ts';
import type { Format } from '../format.ts';
import type { BoardKey, BoardLanguage } from '../language.ts';
import type { AccountNames } from '../names/account-names.ts';
import type { NameOf } from '../names/use-names.ts';
import { channelText, flagText, outcomeText, stageText, stepText } from '../names/words.ts';
import { OneLine } from '../parts/CaseTable.tsx';
import { DueMark } from '../parts/DueMark.tsx';
import { TicketLink } from '../parts/TicketLink.tsx';

/** The columns that the register can have, in their order. */
export const COLUMNS = [
  'ticket',
  'subject',
  'due',
  'step',
  'stage',
  'received',
  'closed',
  'site',
  'owner',
  'brand',
  'category',
  'channel',
  'outcome',
  'flags',
  'policy',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** What fits on most screens. */
export const USUAL_COLUMNS: readonly ColumnName[] = [
  'ticket',
  'subject',
  'due',
  'step',
  'stage',
  'received',
  'site',
  'owner',
  'category',
];

/** An option's name may be a long word: it is divided where the columns have no room. */
const Words = styled.span`
  display: block;
  min-width: 64px;
  hyphens: auto;
  overflow-wrap: anywhere;
`;

/** What names and words are needed to show a row. */
export interface RowWords {
  readonly language: BoardLanguage;
  readonly format: Format;
  readonly now: number;
  readonly zoneOf: (policyId: string) => string;
  readonly subject: NameOf;
  readonly site: NameOf;
  readonly owner: NameOf;
  readonly account: AccountNames;
}

export interface Column {
  readonly heading: BoardKey;
  /** By which the service can sort. */
  readonly sort?: string;
  /** What the file has in its place; empty for what the ledger doesn't hold. */
  readonly inFile: readonly string[];
  readonly cell: (row: Case, words: RowWords) => ReactNode;
}

const Day = styled.span`
  white-space: nowrap;
`;

const dayOf = (at: number | null, row: Case, { format, zoneOf }: RowWords): ReactNode =>
  at === null ? '–' : <Day>{format.date(localDateAt(at, zoneOf(row.policy.id)))}</Day>;

function brandOf({ brandId }: Case, { account }: RowWords): string {
  if (brandId === null) return '–';
  return account.brands.find(({ value }) => value === String(brandId))?.label ?? `#${brandId}`;
}

export const COLUMN_PARTS: Readonly<Record<ColumnName, Column>> = {
  ticket: {
    heading: 'cases.ticket',
    sort: 'ticket',
    inFile: ['ticket_id', 'current_ticket_id'],
    cell: ({ currentTicketId }) => <TicketLink id={currentTicketId} />,
  },
  subject: {
    heading: 'cases.subject',
    inFile: [],
    cell: ({ currentTicketId }, { subject }) => (
      <OneLine title={subject(currentTicketId)}>{subject(currentTicketId)}</OneLine>
    ),
  },
  due: {
    heading: 'cases.due',
    sort: 'due',
    inFile: ['next_due_at', 'next_due_date', 'overdue'],
    cell: (row, { now, zoneOf }) => <DueMark row={row} now={now} zone={zoneOf(row.policy.id)} />,
  },
  step: {
    heading: 'cases.step',
    inFile: ['next_duty'],
    cell: ({ nextDuty }, { language }) => (nextDuty === null ? '–' : stepText(nextDuty, language)),
  },
  stage: {
    heading: 'cases.stage',
    inFile: ['stage', 'stage_name'],
    cell: ({ stage }, { language }) => stageText(stage, language.say),
  },
  received: {
    heading: 'cases.received',
    sort: 'received',
    inFile: ['received_at'],
    cell: (row, words) => dayOf(row.receivedAt, row, words),
  },
  closed: {
    heading: 'cases.closed',
    sort: 'closed',
    inFile: ['closed_at'],
    cell: (row, words) => dayOf(row.closedAt, row, words),
  },
  site: {
    heading: 'cases.site',
    inFile: ['organization_id', 'organization_name'],
    cell: ({ organizationId }, { site }) => (organizationId === null ? '–' : site(organizationId)),
  },
  owner: {
    heading: 'cases.owner',
    inFile: ['assignee_id', 'assignee_name'],
    cell: ({ assigneeId }, { owner, language }) =>
      assigneeId === null ? language.say('cases.noOwner') : owner(assigneeId),
  },
  brand: { heading: 'filter.brand', inFile: ['brand_id', 'brand_name'], cell: brandOf },
  category: {
    heading: 'causes.cause',
    inFile: ['category', 'category_name'],
    cell: ({ category }, { account }) =>
      category === null ? '–' : <Words>{account.option('category', category)}</Words>,
  },
  channel: {
    heading: 'filter.channel',
    inFile: ['channel', 'channel_name'],
    cell: ({ channel }, { language }) => (channel === null ? '–' : channelText(channel, language.say)),
  },
  outcome: {
    heading: 'cases.outcome',
    inFile: ['outcome', 'outcome_name'],
    cell: ({ outcome }, { language }) => (outcome === null ? '–' : outcomeText(outcome, language.say)),
  },
  flags: {
    heading: 'cases.flags',
    inFile: ['flags'],
    cell: ({ flags }, { language }) => flags.map((flag) => flagText(flag, language.say)).join(', ') || '–',
  },
  policy: {
    heading: 'cases.policy',
    inFile: ['policy', 'policy_version'],
    cell: ({ policy }) => `${policy.id} ${policy.version}`,
  },
};
