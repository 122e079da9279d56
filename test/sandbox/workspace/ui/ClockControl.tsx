import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Message } from '@zendeskgarden/react-forms';
import { SM } from '@zendeskgarden/react-typography';
import { useState } from 'react';
import styled from 'styled-components';
import { untilNextWorkingDay } from '../state/clock.ts';
import { useStore } from '../state/store.ts';
import { useDates, useWords, useWorkspace } from '../state/workspace.ts';
import { color } from './color.ts';
import { ClockIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';

const hour = 60 * 60 * 1000;

const Face = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  font-variant-numeric: tabular-nums;
`;

const Steps = styled.div`
  display: flex;
  gap: 8px;
  margin: 12px 0 16px;
`;

const Row = styled.form`
  display: flex;
  gap: 8px;
  align-items: flex-end;
`;

const Hint = styled(SM)`
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
  const { clock, control } = useWorkspace();
  const words = useWords();
  const [target, setTarget] = useState(() => new Date(clock.now()).toISOString().slice(0, 16));
  const [problem, setProblem] = useState<string>();
  const move = async (to: { now: string } | { advance: number }) => {
    try {
      await control.moveClock(to);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const advance = (ms: number) => () => void move({ advance: ms });
  return (
    <>
      <Hint>{words.t('clockHint')}</Hint>
      <Steps>
        <Button size="small" onClick={advance(hour)}>
          {words.t('plusHour')}
        </Button>
        <Button size="small" onClick={advance(24 * hour)}>
          {words.t('plusDay')}
        </Button>
        <Button size="small" onClick={() => void move({ advance: untilNextWorkingDay(clock.now()) })}>
          {words.t('plusWorkingDay')}
        </Button>
      </Steps>
      <Row
        onSubmit={(event) => {
          event.preventDefault();
          void move({ now: `${target}:00Z` });
        }}
      >
        <Field style={{ flex: 1 }}>
          <Label isRegular>{`${words.t('setClockTo')} (UTC)`}</Label>
          <Input
            isCompact
            type="datetime-local"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          />
          {problem !== undefined && <Message validation="error">{problem}</Message>}
        </Field>
        <Button size="small" type="submit" style={{ height: 32 }}>
          {words.t('setClock')}
        </Button>
      </Row>
    </>
  );
}
