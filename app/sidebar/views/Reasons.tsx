import { useState } from 'react';
import styled from 'styled-components';
import type { Deadline } from '../../../domain/deadline.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { color } from '../../ui/color.ts';
import { copyText } from '../../ui/copy-text.ts';
import { DayStrip } from '../../ui/DayStrip.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Help, Row } from '../../ui/layout.tsx';
import type { Tone } from '../../ui/tone.ts';
import { dutyName } from '../model/duty-names.ts';
import { copiedLines, type Explanation, explanationOf } from '../model/explanation.ts';
import type { Reading } from '../model/status.ts';

const Panel = styled.section`
  display: grid;
  gap: 10px;
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

const PromiseTitle = styled.h3`
  flex: 1;
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const List = styled.dl`
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 2px 12px;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};

  & dt {
    color: ${color('foreground.subtle')};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  & dd {
    overflow-wrap: anywhere;
  }
`;

const Line = styled.div`
  display: contents;
`;

export interface ReasonsProps {
  readonly tone: Tone;
  readonly deadline: Deadline;
  readonly record: ClockRecord;
  readonly reading: Reading;
}

function useCopy(explanation: Explanation | undefined, { deadline, record, reading }: ReasonsProps) {
  const { say } = reading.language;
  const announce = useAnnounce();
  const [label, setLabel] = useState(say('why.copy'));
  const copy = async (): Promise<void> => {
    const title = `${dutyName(deadline.duty, 'open', reading)}: ${explanation?.promise ?? ''}`;
    const lines = explanation ? copiedLines(explanation, reading) : [];
    const policy = say('why.policy', { company: record.policy.company, version: record.policy.version });
    const done = say(
      (await copyText([title, ...lines, policy].join('\n'))) ? 'why.copied' : 'why.copyFailed',
    );
    setLabel(done);
    announce(done);
  };
  return { label, copy };
}

/** Why a date is the date: a picture of the days, and the same as a list that can be copied. */
export function Reasons(props: ReasonsProps) {
  const { deadline, record, reading, tone } = props;
  const { when } = useEnvironment();
  const { say } = reading.language;
  const explanation = explanationOf(deadline, reading.calendar, record.counting, reading);
  const { label, copy } = useCopy(explanation, props);
  if (!explanation) return <Help style={{ textAlign: 'left' }}>{say('why.none')}</Help>;
  return (
    <Panel id="reasons" aria-label={say('why.show')}>
      <Row>
        <PromiseTitle>{explanation.promise}</PromiseTitle>
        <LinkButton onClick={() => void copy()}>{label}</LinkButton>
      </Row>
      {explanation.strip.length > 0 ? <DayStrip days={explanation.strip} tone={tone} /> : null}
      <List>
        {explanation.lines.map(({ from, to, text }) => (
          <Line key={`${from ?? ''}${text}`}>
            <dt>{from && when.days(from, to ?? from)}</dt>
            <dd>{text}</dd>
          </Line>
        ))}
      </List>
      <Help style={{ textAlign: 'left' }}>
        {say('why.policy', { company: record.policy.company, version: record.policy.version })}
      </Help>
    </Panel>
  );
}
