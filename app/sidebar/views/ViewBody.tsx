import {
  NoneView,
  PhoneView,
  RecordForm,
  SetupNotice,
  UnreadableNotice,
  WaitingView,
} from '../later-parts.tsx';
import { needsPerson, type View } from '../model/view.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { CaseView } from './CaseView.tsx';

export interface ViewBodyProps {
  readonly view: View;
  /** Whether the form of a new complaint is open. */
  readonly recording: boolean;
  readonly onRecord: () => void;
  readonly onRetry: () => void;
}

/** The view that the ticket's state asks for. */
export function ViewBody({ view, recording, onRecord, onRetry }: ViewBodyProps) {
  const { ticket, close } = useSidebar();
  switch (view.kind) {
    case 'setup':
      return <SetupNotice onRetry={onRetry} />;
    case 'none':
    case 'phone':
      if (recording) return <RecordForm via={ticket.via} onCancel={close} />;
      return view.kind === 'phone' ? <PhoneView onOtherWay={onRecord} /> : <NoneView onRecord={onRecord} />;
    case 'waiting':
      return <WaitingView />;
    case 'unreadable':
      return <UnreadableNotice code={view.code} onRetry={onRetry} />;
    default:
      return <CaseView kind={view.kind} record={view.record} needsPerson={needsPerson(ticket)} />;
  }
}
