import { useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { failureText } from '../failure-text.ts';
import { ReasonForm } from '../later-parts.tsx';
import { Retry } from '../views/Retry.tsx';
import { needsReason } from './guard.ts';
import { whyText } from './guard-text.ts';
import type { Sources } from './read-facts.ts';
import type { SaveGate } from './save-gate.ts';
import { useGuards } from './use-guards.ts';
import { useReasons } from './use-reasons.ts';

/** Looks at each submit before it goes out, and says here what it was held back for. */
export function SaveGuard({ record, gate }: { record: Sources['record'] | undefined; gate: SaveGate }) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const [trouble, setTrouble] = useState<unknown>();
  const { store, state } = useGuards(gate, record, setTrouble);
  const reasons = useReasons();
  const reasoned = state.passed.some((code) => code !== 'second_acknowledgement');
  return (
    <>
      {trouble === undefined ? null : (
        <Notice icon={<AlertIcon />} title={say('guard.unchecked')}>
          {failureText(trouble, say)}
        </Notice>
      )}
      {reasons.trouble === undefined ? null : (
        <Notice
          warning
          icon={<AlertIcon />}
          title={say('guard.unrecorded')}
          actions={<Retry onRetry={() => void reasons.file()} />}
        >
          {failureText(reasons.trouble, say)}
        </Notice>
      )}
      {state.held.map((guard) => {
        const why = whyText(guard, language, when);
        return (
          <Stack key={guard.code} $gap={8}>
            <Notice warning icon={<AlertIcon />} title={say('guard.title')}>
              {needsReason(guard) ? why : `${why} ${say('guard.again')}`}
            </Notice>
            {needsReason(guard) ? (
              <ReasonForm guard={guard} why={why} store={store} reasons={reasons} />
            ) : null}
          </Stack>
        );
      })}
      {reasoned && state.held.length === 0 ? (
        <Notice icon={<AlertIcon />}>{say('guard.recorded')}</Notice>
      ) : null}
    </>
  );
}
