import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { Busy } from '../ui/Busy.tsx';
import { DotsIcon } from '../ui/icons.tsx';
import { later } from './later.tsx';

/*
 * What the first look at a ticket doesn't need: forms, the menu, what is behind a click. Each is loaded once there is
 * time, so that a click finds it there.
 */
const turning = <Busy size={20} />;
/** Where the menu will be, so that nothing moves when it comes. */
const noMenuYet = (
  <IconButton isBasic={false} isPill={false} disabled aria-hidden tabIndex={-1}>
    <DotsIcon />
  </IconButton>
);
const noWideMenuYet = (
  <Button isStretched disabled aria-hidden tabIndex={-1}>
    {' '}
  </Button>
);
/** A field with its label is as high. */
const noFieldYet = <div style={{ height: 60 }} />;

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
export const OpenAction = later(async () => (await import('./actions/OpenAction.tsx')).OpenAction, turning);
export const RecordForm = later(async () => (await import('./views/RecordForm.tsx')).RecordForm, turning);
export const NewTicket = later(async () => (await import('./NewTicket.tsx')).NewTicket, turning);
export const AppealActions = later(
  async () => (await import('./actions/appeal/AppealActions.tsx')).AppealActions,
);
export const NoneView = later(async () => (await import('./views/NoneView.tsx')).NoneView, turning);
export const PhoneView = later(async () => (await import('./views/PhoneView.tsx')).PhoneView, turning);
export const DraftPanel = later(async () => (await import('./views/DraftPanel.tsx')).DraftPanel);
export const PlainPanel = later(async () => (await import('./plain/PlainPanel.tsx')).PlainPanel);
export const SettledView = later(async () => (await import('./views/SettledView.tsx')).SettledView);
export const SettledActions = later(async () => (await import('./views/SettledActions.tsx')).SettledActions);
export const Reasons = later(async () => (await import('./views/Reasons.tsx')).Reasons, turning);
export const PostDuty = later(async () => (await import('./actions/post/PostDuty.tsx')).PostDuty, turning);
export const DelaySelect = later(
  async () => (await import('./actions/explain-delay/DelaySelect.tsx')).DelaySelect,
  noFieldYet,
);
export const ExceptionForm = later(async () => (await import('./views/ExceptionForm.tsx')).ExceptionForm);
export const ReasonForm = later(async () => (await import('./guards/ReasonForm.tsx')).ReasonForm);
export const ReviewNotice = later(
  async () => (await import('./actions/ask-review/ReviewNotice.tsx')).ReviewNotice,
);

const PARTS = [
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
  ReviewNotice,
];

/**
 * Loads them one after the other, until one can't be had: what is asked for in vain now may be refused when it is
 * needed (see `later`). Sets the mark `sidebar parts preloaded` at the end, `whole` where all are there. From then on no
 * click waits for a part: whoever measures the app wants to know when that is, and a test that reads what a click
 * shows has to.
 */
export async function preloadParts(): Promise<void> {
  let whole = true;
  for (const part of PARTS) {
    whole = await part.preload();
    if (!whole) break;
  }
  performance.mark('sidebar parts preloaded', { detail: { whole } });
}
