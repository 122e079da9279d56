import type { Promises } from '../api/promises.ts';
import { useBoard } from '../BoardContext.tsx';
import { Bars } from '../charts/Bars.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Subtitle } from '../parts/Section.tsx';

/** Why promises were missed; what has no reason stands out. A click opens the list. */
export function LateReasons({ late, onOpen }: { late: Promises['late']; onOpen: (code: string) => void }) {
  const { language, format } = useBoard();
  const { say } = language;
  const names = useAccountNames();
  const items = late.byReason.map(({ code, count }) => ({
    key: code ?? 'none',
    label: code === null ? say('promises.noReason') : names.option('delay_reason', code),
    count,
    ...(code === null ? { tone: 'warning' as const } : {}),
  }));
  return (
    <div>
      <Subtitle>{say('promises.lateByReason', { n: late.total })}</Subtitle>
      <Bars items={items} number={format.number} onChoose={onOpen} />
    </div>
  );
}

/** Only where the policy switches it on: in Germany it needs the works council. */
export function Handlers({ handlers }: { handlers: NonNullable<Promises['handlers']> }) {
  const { language, format } = useBoard();
  const { say } = language;
  const owner = useNames(
    'user',
    handlers.map(({ assigneeId }) => assigneeId),
  );
  return (
    <DataTable
      caption={say('promises.byHandler')}
      columns={[
        say('cases.owner'),
        say('promises.onTimeCount'),
        say('promises.lateCount'),
        say('promises.share'),
      ]}
      rows={handlers.map(({ assigneeId, onTime, late }) => [
        assigneeId === null ? say('cases.noOwner') : owner(assigneeId),
        onTime,
        late,
        onTime + late === 0 ? '–' : format.percent(onTime / (onTime + late)),
      ])}
    />
  );
}
