import { Button } from '@zendeskgarden/react-buttons';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Help, Row, Stack } from '../../ui/layout.tsx';
import { OtherTickets } from '../accordions/OtherTickets.tsx';
import { HintView } from '../hint/HintView.tsx';
import { useCustomerTexts } from '../hint/use-customer-texts.ts';
import { useHeld } from '../hint/use-held.ts';
import { useHint } from '../hint/use-hint.ts';
import { AddToComplaint } from '../link/AddToComplaint.tsx';
import { LinkedView } from '../link/LinkedView.tsx';
import { partOf } from '../link/link-ticket.ts';
import { useSidebar } from '../SidebarContext.tsx';

/** Most tickets are no complaints: one line and one button, and no more room than that. */
function PlainView({ onRecord }: { onRecord: () => void }) {
  const { say } = useEnvironment().language;
  return (
    <Stack $gap={4}>
      <Row>
        <Help style={{ textAlign: 'left', flex: 1 }}>{say('none.title')}</Help>
        <Button size="small" onClick={onRecord}>
          {say('none.record')}
        </Button>
      </Row>
      <AddToComplaint />
    </Stack>
  );
}

function UnlinkedView({ onRecord }: { onRecord: () => void }) {
  const texts = useCustomerTexts();
  const found = useHint(texts);
  // The policy's phrases may come late, when the agent is at the buttons already; what is dismissed goes at once.
  const { shown, grip } = useHeld(found);
  const words = found.length === 0 ? found : shown;
  return (
    <div {...grip}>
      {words.length === 0 ? (
        <PlainView onRecord={onRecord} />
      ) : (
        <>
          <HintView words={words} texts={texts} onRecord={onRecord}>
            <AddToComplaint />
          </HintView>
          <OtherTickets />
        </>
      )}
    </div>
  );
}

/** No complaint on this ticket: it may read like one, belong to one, or be none at all. */
export function NoneView({ onRecord }: { onRecord: () => void }) {
  const { ticket } = useSidebar();
  const home = partOf(ticket.tags);
  return home === undefined ? <UnlinkedView onRecord={onRecord} /> : <LinkedView home={home} />;
}
