import { Button } from '@zendeskgarden/react-buttons';
import { SM } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { useDates, useWords, useWorkspace } from '../state/workspace.ts';
import { color } from './color.ts';
import { ClockForm } from './control/ClockForm.tsx';
import { ClockIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';

const Face = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  font-variant-numeric: tabular-nums;
`;

const Hint = styled(SM)`
  margin-bottom: 12px;
  color: ${color('foreground.subtle')};
`;

/** The sandbox's time, and the means to move it. */
export function ClockControl() {
  const { clock } = useWorkspace();
  const words = useWords();
  const now = useStore(clock.ticks);
  const shown = useDates().full(now);
  return (
    <Popover
      label={words.t('clock')}
      button={(props) => (
        <Button {...props} size="small" isBasic isNeutral aria-label={`${words.t('clock')}: ${shown}`}>
          <Face>
            <ClockIcon />
            {shown}
          </Face>
        </Button>
      )}
    >
      {() => <ClockPanel />}
    </Popover>
  );
}

function ClockPanel() {
  const words = useWords();
  return (
    <>
      <Hint>{words.t('clockHint')}</Hint>
      <ClockForm />
    </>
  );
}
