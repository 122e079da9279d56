import { useId } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Help, Stack } from '../../ui/layout.tsx';
import { useMinute } from '../use-minute.ts';
import { Facts } from './Facts.tsx';
import { deadlinesIf, previewOf, type Rules, type Thought } from './preview.ts';

const Box = styled.section`
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.subtle')};
`;

const Title = styled.h3`
  font-size: 13px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;
`;

export interface PreviewBoxProps {
  /** Undefined while the time of receipt is not known. */
  readonly thought: Thought | undefined;
  /** Undefined where the service never told of its policies. */
  readonly rules: Rules | undefined;
}

/** "If recorded now": every date, and what is late already. */
export function PreviewBox({ thought, rules }: PreviewBoxProps) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const id = useId();
  const now = useMinute();
  const deadlines = thought && rules ? deadlinesIf(thought, rules, now) : undefined;
  const lines =
    deadlines && rules
      ? previewOf(deadlines, { now, calendar: rules.calendar, language, when }, rules.policy)
      : [];
  const why = rules && !thought ? 'form.previewReceipt' : 'form.previewLater';
  return (
    <Box aria-labelledby={id}>
      <Stack $gap={4}>
        <Title id={id}>{say('form.preview')}</Title>
        {lines.length > 0 ? <Facts facts={lines} /> : <Help style={{ textAlign: 'left' }}>{say(why)}</Help>}
      </Stack>
    </Box>
  );
}
