/*
 * What is needed as soon as the first countdown stands: what watches over the reply that is being written, looks at each
 * submit, asks the service, lists the steps, and says what has happened besides. One file, so that all of it is there or
 * none.
 */

export { createService } from '../service/service.ts';
export { fetchAudits } from '../zaf/audits.ts';
export { createDrafts } from './draft/drafts.ts';
export { createKeptDraft } from './draft/kept-draft.ts';
export { failureText } from './failure-text.ts';
export { projected } from './model/projected.ts';
export { recordNoted } from './record/noted.ts';
export { CaseNotices } from './views/CaseNotices.tsx';
export { CaseSteps } from './views/CaseSteps.tsx';
export { PersonNotice } from './views/PersonNotice.tsx';
export { SetupNotice, UnreadableNotice } from './views/UnreadNotices.tsx';
export { SentNotice, WaitingView } from './views/WaitingView.tsx';
export { Watch } from './views/Watch.tsx';
