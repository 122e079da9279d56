import styled from 'styled-components';
import { hue } from '../../ui/color.ts';
import type { Causes } from '../api/causes.ts';
import { useBoard } from '../BoardContext.tsx';
import { Legend } from '../charts/Legend.tsx';
import { usePaint } from '../charts/paint.ts';
import type { Format } from '../format.ts';
import type { BoardSay } from '../language.ts';
import { useAccountNames } from '../names/account-names.ts';
import { decisionText } from '../names/words.ts';
import { Subtitle } from '../parts/Section.tsx';

const Facts = styled.dl`
  display: grid;
  gap: 6px;
  margin-top: 12px;
  font-size: 13px;
  line-height: 18px;

  & > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }

  & dd {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    font-variant-numeric: tabular-nums;
    text-align: right;
    margin-left: auto;
  }
`;

const Bar = styled.div`
  display: flex;
  gap: 2px;
  height: 24px;
  margin-top: 8px;
`;

const Piece = styled.span<{ $fill: string }>`
  display: grid;
  align-items: center;
  min-width: 0;
  padding-left: 6px;
  overflow: hidden;
  background: ${({ $fill }) => $fill};
  color: ${hue('grey', 100, 100)};
  font-size: 12px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  print-color-adjust: exact;
`;

function OutcomeBar({ causes }: { causes: Causes }) {
  const { say } = useBoard().language;
  const paint = usePaint();
  const { upheld, partly_upheld: partly, not_upheld: not } = causes.outcomes;
  const pieces = [
    { label: say('response.upheldLong'), count: upheld, fill: paint.outcomes[0] },
    { label: say('response.partlyLong'), count: partly, fill: paint.outcomes[1] },
    { label: say('response.notUpheldLong'), count: not, fill: paint.outcomes[2] },
  ];
  return (
    <>
      <Bar aria-hidden="true">
        {pieces.map(({ label, count, fill }) =>
          count === 0 ? null : (
            <Piece key={label} $fill={fill} style={{ flex: count }}>
              {count}
            </Piece>
          ),
        )}
      </Bar>
      <Legend items={pieces.map(({ label, count, fill }) => ({ label: `${label} ${count}`, fill }))} />
    </>
  );
}

type Fact = readonly [name: string, value: string];

function factsOf(causes: Causes, { say, format }: { say: BoardSay; format: Format }): Fact[] {
  const { redress, appeals, referred, satisfaction, lessons } = causes;
  const answered = satisfaction.good + satisfaction.bad;
  const paid = redress.map(({ amount, currency }) => format.money(amount, currency)).join(' · ');
  const satisfied = say('outcomes.satisfiedOf', { good: satisfaction.good, all: answered });
  return [
    [say('outcomes.redress'), paid || '–'],
    [say('outcomes.appeals'), format.number(appeals)],
    [say('outcomes.referred'), format.number(referred)],
    [say('outcomes.satisfied'), answered === 0 ? '–' : satisfied],
    [say('outcomes.unanswered'), format.number(satisfaction.offered)],
    [say('outcomes.lessons'), format.number(lessons)],
  ];
}

/** What came of the complaints in the month. */
export function Outcomes({ causes }: { causes: Causes }) {
  const { language, format } = useBoard();
  const { say } = language;
  const names = useAccountNames();
  const kinds: Fact[] = causes.redressKinds.map(({ code, count }) => [
    names.option('redress', code),
    format.number(count),
  ]);
  const decided: Fact[] = causes.decisions.map(({ decision, count }) => [
    say('outcomes.decision', { decision: decision === null ? '–' : decisionText(decision, say) }),
    format.number(count),
  ]);
  const [paid, ...facts] = factsOf(causes, { say, format });
  const all = [...(paid ? [paid] : []), ...kinds, ...facts.slice(0, 2), ...decided, ...facts.slice(2)];
  return (
    <div>
      <Subtitle>{say('outcomes.title', { n: causes.responses })}</Subtitle>
      {causes.responses > 0 ? <OutcomeBar causes={causes} /> : null}
      <Facts>
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Facts>
    </div>
  );
}
