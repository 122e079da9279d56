import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { Delivery } from '../../api/control-shapes.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import { Subtle } from './Card.tsx';
import { StatusTag } from './StatusTag.tsx';
import { Table } from './Table.tsx';
import { useLive } from './use-live.ts';
import { useSeconds } from './use-seconds.ts';
import { useControlWords } from './words.ts';

const Payload = styled.details`
  margin-top: 4px;

  summary {
    color: ${color('foreground.subtle')};
    cursor: pointer;
  }

  pre {
    max-height: 260px;
    margin: 6px 0 0;
    overflow: auto;
    white-space: pre-wrap;
  }
`;

const HUES: Readonly<Record<string, string>> = { succeeded: 'green', waiting: 'grey' };

/** Calls of webhooks, newest first, with their state and every attempt. */
export function DeliveriesTab() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const deliveries = useLive(control.deliveries, ['deliveries']) ?? [];
  if (deliveries.length === 0) return <Subtle>{words.t('nothingYet')}</Subtle>;
  const heads = [words.t('time'), words.t('ticket'), words.t('event'), words.t('state'), words.t('attempts')];
  return (
    <Table caption={words.t('newest')} heads={heads}>
      {deliveries.toReversed().map((delivery) => (
        <Row key={delivery.invocationId} delivery={delivery} />
      ))}
    </Table>
  );
}

function Row({ delivery }: { delivery: Delivery }) {
  const words = useControlWords();
  const time = useSeconds();
  const { ticketId, ruleId, eventType, state } = delivery;
  return (
    <tr>
      <td data-narrow>{time(delivery.accountAt)}</td>
      <td data-narrow>
        {ticketId > 0 && <PlaceLink to={{ page: 'ticket', ticket: ticketId }}>{`#${ticketId}`}</PlaceLink>}
      </td>
      <td>
        {ruleId > 0 ? words.t('byRule', { id: ruleId }) : eventType.replace('zen:event-type:', '')}
        <Payload>
          <summary>{words.t('payload')}</summary>
          <code>{delivery.url}</code>
          <pre>
            <code>{delivery.requestBody}</code>
          </pre>
        </Payload>
      </td>
      <td data-narrow>
        <Tag size="small" isRegular hue={HUES[state] ?? 'red'}>
          <span>{words.value('state', state)}</span>
        </Tag>
      </td>
      <td>
        {delivery.attempts.map((attempt, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: attempts have no id and only grow at their end.
          <div key={index}>
            {attempt.status === undefined ? (
              <Tag size="small" isRegular hue="red" style={{ marginRight: 4 }}>
                <span>{attempt.error ?? '?'}</span>
              </Tag>
            ) : (
              <StatusTag status={attempt.status} />
            )}
            {`${attempt.ms} ms`}
          </div>
        ))}
      </td>
    </tr>
  );
}
