import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Message, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import type { ClockMove } from '../../api/control.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { Buttons } from './Card.tsx';
import { useLive } from './use-live.ts';
import { useControlWords } from './words.ts';

const HOUR = 3_600_000;
/** The clock's seconds in a real one, and what each is called. */
const SPEEDS = [
  [1, 'speedReal'],
  [60, 'speedMinute'],
  [3600, 'speedHour'],
] as const;

const Stack = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
`;

const Row = styled.form`
  display: flex;
  gap: 8px;
  align-items: flex-end;
`;

/** Moves the sandbox's clock: by steps, to a time, or faster. */
export function ClockForm() {
  const { clock, control } = useWorkspace();
  const words = useWords();
  const own = useControlWords();
  const [target, setTarget] = useState(() => new Date(clock.now()).toISOString().slice(0, 16));
  const [problem, setProblem] = useState<string>();
  const rate = useLive(async () => (await control.clock()).rate, ['clock']) ?? 1;
  const move = async (to: ClockMove) => {
    try {
      await control.moveClock(to);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack>
      <Buttons>
        <Button size="small" onClick={() => void move({ advance: HOUR })}>
          {words.t('plusHour')}
        </Button>
        <Button size="small" onClick={() => void move({ advance: 24 * HOUR })}>
          {words.t('plusDay')}
        </Button>
        <Button size="small" onClick={() => void move({ workingDays: 1 })}>
          {words.t('plusWorkingDay')}
        </Button>
      </Buttons>
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
      <Field>
        <Label isRegular>{own.t('speed')}</Label>
        <Select
          isCompact
          value={String(rate)}
          onChange={(event) => void move({ rate: Number(event.target.value) })}
        >
          {SPEEDS.some(([speed]) => speed === rate) || <option value={rate}>{`× ${rate}`}</option>}
          {SPEEDS.map(([speed, key]) => (
            <option key={speed} value={speed}>
              {own.t(key)}
            </option>
          ))}
        </Select>
      </Field>
    </Stack>
  );
}
