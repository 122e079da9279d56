import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon, PlugIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { NoneView, PhoneView, RecordForm } from '../later-parts.tsx';
import { needsPerson, type View } from '../model/view.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { CaseView } from './CaseView.tsx';
import { Retry } from './Retry.tsx';
import { WaitingView } from './WaitingView.tsx';

export interface ViewBodyProps {
  readonly view: View;
  /** Whether the form of a new complaint is open. */
  readonly recording: boolean;
  readonly onRecord: () => void;
  readonly onRetry: () => void;
}

/** The view that the ticket's state asks for. */
export function ViewBody({ view, recording, onRecord, onRetry }: ViewBodyProps) {
  const { say } = useEnvironment().language;
  const { ticket, close } = useSidebar();
  switch (view.kind) {
    case 'setup':
      return (
        <Notice icon={<PlugIcon />} title={say('setup.title')} actions={<Retry onRetry={onRetry} />}>
          {say('setup.text')}
        </Notice>
      );
    case 'none':
    case 'phone':
      if (recording) return <RecordForm via={ticket.via} onCancel={close} />;
      return view.kind === 'phone' ? <PhoneView onOtherWay={onRecord} /> : <NoneView onRecord={onRecord} />;
    case 'waiting':
      return <WaitingView />;
    case 'unreadable':
      return (
        <Notice icon={<AlertIcon />} title={say('unreadable.title')} actions={<Retry onRetry={onRetry} />}>
          {say(view.code === 'unknown_version' ? 'unreadable.version' : 'unreadable.malformed')}
        </Notice>
      );
    default:
      return <CaseView kind={view.kind} record={view.record} needsPerson={needsPerson(ticket)} />;
  }
}
