import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { ActiveFault } from '../../api/control-shapes.ts';
import { useDates, useWorkspace } from '../../state/workspace.ts';
import { color, hue } from '../color.ts';
import { Card, Subtle } from './Card.tsx';
import { FaultForm } from './FaultForm.tsx';
import { useLive } from './use-live.ts';
import { useControlWords } from './words.ts';

const List = styled.ul`
  margin: 0 0 16px;
  padding: 0;
  list-style: none;

  li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 8px 12px;
    border-left: 3px solid ${hue('yellow', 500, 500)};
    background: ${color('background.subtle')};
  }

  li + li {
    margin-top: 4px;
  }

  b {
    font-weight: 600;
  }

  small {
    display: block;
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

/** The faults that are switched on, each with its way off, and the form that switches one on. */
export function FaultsCard() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const state = useLive(control.faults, ['faults', 'requests', 'deliveries', 'clock']);
  const active = state?.faults ?? [];
  return (
    <Card title={words.t('faults')}>
      <div aria-live="polite">
        {active.length === 0 && <Subtle style={{ marginBottom: 16 }}>{words.t('noFaults')}</Subtle>}
        {active.length > 0 && (
          <List aria-label={words.t('activeFaults')}>
            {active.map((fault) => (
              <Active key={fault.id} fault={fault} />
            ))}
          </List>
        )}
      </div>
      {active.length > 1 && (
        <Button size="small" onClick={() => void control.switchOff()} style={{ marginBottom: 16 }}>
          {words.t('switchAllOff')}
        </Button>
      )}
      {state && <FaultForm presets={state.presets} />}
    </Card>
  );
}

function Active({ fault }: { fault: ActiveFault }) {
  const { control } = useWorkspace();
  const words = useControlWords();
  const dates = useDates();
  const { title } = words.fault(fault.name);
  const target = fault.rule?.match?.endpoint ?? fault.rule?.match?.path;
  const until = fault.endsAt === null ? [] : [words.t('until', { time: dates.full(fault.endsAt) })];
  return (
    <li>
      <span>
        <b>{title}</b>
        {target !== undefined && <small>{target}</small>}
        <small>{[words.t('struck', { n: fault.struck }), ...until].join(', ')}</small>
      </span>
      <Button
        size="small"
        aria-label={words.t('switchOffNamed', { name: title })}
        onClick={() => void control.switchOff(fault.id)}
        style={{ flex: 'none' }}
      >
        {words.t('switchOff')}
      </Button>
    </li>
  );
}
