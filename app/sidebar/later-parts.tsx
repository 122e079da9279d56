import { Button } from '@zendeskgarden/react-buttons';
import type { EnvironmentValue } from '../ui/Environment.tsx';
import { DotsIcon } from '../ui/icons.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { later } from './later.tsx';
import { loadSoon } from './load-soon.ts';

/*
 * What the first look at a ticket doesn't need: forms, the menu, what is behind a click. Each is loaded once there is
 * time, so that a click finds it there.
 */
const waiting = <Waiting size={20} />;
/** Where the menu will be, so that nothing moves when it comes. */
const noMenuYet = (
  <Button disabled aria-hidden tabIndex={-1} style={{ flex: 'none', width: 40, padding: 0 }}>
    <DotsIcon />
  </Button>
);
const noWideMenuYet = (
  <Button isStretched disabled aria-hidden tabIndex={-1}>
    {' '}
  </Button>
);
/** A field with its label is as high. */
const noFieldYet = <div style={{ height: 60 }} />;

export const Watch = later(async () => (await loadSoon()).Watch);
export const CaseNotices = later(async () => (await loadSoon()).CaseNotices);
export const CaseSteps = later(async () => (await loadSoon()).CaseSteps);
export const PersonNotice = later(async () => (await loadSoon()).PersonNotice);
export const SetupNotice = later(async () => (await loadSoon()).SetupNotice, waiting);
export const UnreadableNotice = later(async () => (await loadSoon()).UnreadableNotice, waiting);
export const SentNotice = later(async () => (await loadSoon()).SentNotice);
export const WaitingView = later(async () => (await loadSoon()).WaitingView, waiting);

const menu = () => import('./actions/ActionMenu.tsx');
const RoundMenu = later(async () => (await menu()).ActionMenu, noMenuYet);
const WideMenu = later(async () => (await menu()).ActionMenu, noWideMenuYet);

/** What else can be done about the case; `alone`: with no button beside it. */
export function ActionMenu({ alone = false }: { alone?: boolean }) {
  return alone ? <WideMenu alone /> : <RoundMenu />;
}

export const CaseAccordions = later(
  async () => (await import('./accordions/CaseAccordions.tsx')).CaseAccordions,
);
export const OpenAction = later(async () => (await import('./actions/OpenAction.tsx')).OpenAction, waiting);
export const RecordForm = later(async () => (await import('./views/RecordForm.tsx')).RecordForm, waiting);
export const NewTicket = later(async () => (await import('./NewTicket.tsx')).NewTicket, waiting);
export const AppealActions = later(
  async () => (await import('./actions/appeal/AppealActions.tsx')).AppealActions,
);
export const NoneView = later(async () => (await import('./views/NoneView.tsx')).NoneView, waiting);
export const PhoneView = later(async () => (await import('./views/PhoneView.tsx')).PhoneView, waiting);
export const DraftPanel = later(async () => (await import('./views/DraftPanel.tsx')).DraftPanel);
export const PlainPanel = later(async () => (await import('./plain/PlainPanel.tsx')).PlainPanel);
export const SettledView = later(async () => (await import('./views/SettledView.tsx')).SettledView);
export const SettledActions = later(async () => (await import('./views/SettledActions.tsx')).SettledActions);
export const Reasons = later(async () => (await import('./views/Reasons.tsx')).Reasons, waiting);
export const PostDuty = later(async () => (await import('./actions/post/PostDuty.tsx')).PostDuty, waiting);
export const DelaySelect = later(
  async () => (await import('./actions/explain-delay/DelaySelect.tsx')).DelaySelect,
  noFieldYet,
);
export const ExceptionForm = later(async () => (await import('./views/ExceptionForm.tsx')).ExceptionForm);
export const ReasonForm = later(async () => (await import('./guards/ReasonForm.tsx')).ReasonForm);

const PARTS = [
  Watch,
  CaseNotices,
  CaseSteps,
  PersonNotice,
  SetupNotice,
  UnreadableNotice,
  SentNotice,
  WaitingView,
  Reasons,
  DraftPanel,
  PlainPanel,
  RoundMenu,
  WideMenu,
  CaseAccordions,
  OpenAction,
  RecordForm,
  PostDuty,
  DelaySelect,
  SettledView,
  SettledActions,
  AppealActions,
  ExceptionForm,
  ReasonForm,
];

/**
 * Loads them one after the other, until one can't be had: what is asked for in vain now may be refused when it is
 * needed (see `later`). Sets the mark `sidebar parts preloaded` at the end, `whole` where all are there. From then on no
 * click waits for a part: whoever measures the app wants to know when that is, and a test that reads what a click
 * shows has to.
 */
export async function preloadParts(loadTexts: EnvironmentValue['loadTexts']): Promise<void> {
  let whole = true;
  for (const part of PARTS) {
    whole = await part.preload(loadTexts);
    if (!whole) break;
  }
  performance.mark('sidebar parts preloaded', { detail: { whole } });
}
