import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Cause } from '../api/causes.ts';
import { useBoard } from '../BoardContext.tsx';
import { ControlChart } from '../charts/ControlChart.tsx';
import { Chart, FaceButtons, useFace } from '../parts/Chart.tsx';
import type { Tabular } from '../parts/DataTable.tsx';
import { Subtitle, Subtle } from '../parts/Section.tsx';
import { ActionLine } from '../reports/ActionLine.tsx';

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  min-height: 24px;
  margin-bottom: 8px;
`;

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin-top: 8px;

  @media print {
    display: none;
  }
`;

export interface CauseDetailProps {
  readonly cause: Cause;
  readonly label: string;
  readonly month: string;
  /** Opens the complaints of this cause in the month. */
  readonly onOpen: () => void;
  /** Undefined for complaints without a cause: nothing can be done about those. */
  readonly onAction: (() => void) | undefined;
}

function useTable({ cause, label }: CauseDetailProps): Tabular {
  const { language, format } = useBoard();
  const { say } = language;
  const { months, mean, lower, upper } = cause.chart;
  const usual =
    mean === null
      ? '–'
      : `${format.number(Math.round(lower ?? 0))} – ${format.number(Math.round(upper ?? 0))}`;
  return {
    caption: label,
    columns: [say('filter.month'), say('causes.complaints'), say('causes.usual')],
    rows: months.map(({ month, count }) => [format.month(month), count, usual]),
  };
}

/** A cause over twelve months: what is usual (XmR control chart), whether the month lies beyond, and what is done about it. */
export function CauseDetail(props: CauseDetailProps) {
  const { cause, label, onOpen, onAction } = props;
  const { language, format } = useBoard();
  const { say } = language;
  const face = useFace();
  const table = useTable(props);
  const { months, mean, lower, upper } = cause.chart;
  const usual = mean === null || lower === null || upper === null ? null : { mean, lower, upper };
  const points = months.map(({ month, count }, index) => ({
    month,
    count,
    label:
      (months.length - 1 - index) % 3 === 0 || index === months.length - 1 ? format.shortMonth(month) : '',
  }));
  return (
    <div>
      <Head>
        <Subtitle>{label}</Subtitle>
        {cause.signal ? (
          <Tag hue={cause.signal === 'above' ? 'yellow' : 'grey'} isPill>
            {say(cause.signal === 'above' ? 'causes.above' : 'causes.below')}
          </Tag>
        ) : null}
      </Head>
      <Chart face={face} table={table}>
        <ControlChart
          points={points}
          usual={usual}
          isSignal={cause.signal === 'above'}
          words={{ usual: say('causes.usual'), number: format.number }}
        />
      </Chart>
      {usual === null ? <Subtle as="p">{say('causes.tooFew')}</Subtle> : null}
      {cause.actions.map((action) => (
        <ActionLine key={action.id} action={action} />
      ))}
      <Buttons>
        <LinkButton onClick={onOpen}>{say('causes.open')}</LinkButton>
        {onAction ? <LinkButton onClick={onAction}>{say('actions.add')}</LinkButton> : null}
        <FaceButtons face={face} table={table} file={`cause-${cause.category ?? 'none'}.csv`} />
      </Buttons>
    </div>
  );
}
