import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { userName } from '../../state/directory.ts';
import { useDirectory, useWorkspace } from '../../state/workspace.ts';
import { Subtle } from './Card.tsx';
import { StatusTag } from './StatusTag.tsx';
import { Table } from './Table.tsx';
import { useLive } from './use-live.ts';
import { useSeconds } from './use-seconds.ts';
import { useControlWords } from './words.ts';

/** So many endpoints leave room for the calls below. */
const FEW = 10;

/** Calls of the account's API: counted by endpoint, and the newest one by one. */
export function RequestsTab() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const [isWhole, setWhole] = useState(false);
  const summary = useLive(control.requestSummary, ['requests']);
  if (!summary || summary.total === 0) return <Subtle>{words.t('nothingYet')}</Subtle>;
  const heads = [words.t('endpointColumn'), words.t('calls'), words.t('statuses'), words.t('slowest')];
  return (
    <>
      <Table caption={words.t('byEndpoint')} heads={heads}>
        {summary.endpoints
          .slice(0, isWhole ? undefined : FEW)
          .map(({ endpoint, count, statuses, slowestMs }) => (
            <tr key={endpoint}>
              <td>
                <code>{endpoint}</code>
              </td>
              <td data-narrow>{count}</td>
              <td>
                {Object.entries(statuses).map(([status, times]) => (
                  <StatusTag key={status} status={Number(status)} count={times} />
                ))}
              </td>
              <td data-narrow>{`${Math.round(slowestMs)} ms`}</td>
            </tr>
          ))}
      </Table>
      {summary.endpoints.length > FEW && (
        <Button size="small" isBasic onClick={() => setWhole(!isWhole)} style={{ margin: '-12px 0 20px' }}>
          {isWhole ? words.t('showFewer') : words.t('showAll', { n: summary.endpoints.length })}
        </Button>
      )}
      <NewestRequests />
    </>
  );
}

function NewestRequests() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const time = useSeconds();
  const directory = useDirectory();
  const requests = useLive(control.requests, ['requests']) ?? [];
  const heads = [
    words.t('time'),
    words.t('request'),
    words.t('statuses'),
    words.t('who'),
    words.t('duration'),
  ];
  return (
    <Table caption={words.t('newest')} heads={heads}>
      {requests.toReversed().map((request, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no id, and the list only grows at its other end.
        <tr key={requests.length - index}>
          <td data-narrow>{time(request.at)}</td>
          <td>
            <code>{`${request.method} ${request.path}`}</code>
          </td>
          <td data-narrow>
            <StatusTag status={request.status} />
          </td>
          <td>{userName(directory, request.userId ?? null)}</td>
          <td data-narrow>{`${Math.round(request.ms)} ms`}</td>
        </tr>
      ))}
    </Table>
  );
}
