import { expect, test } from 'vitest';
import { listAt, textAt } from '../support/read.ts';
import { faultyAccount } from './faulty-account.ts';

const { account } = faultyAccount();

/** The default of a parameter, or 1 where it has none. */
function defaultOf(parameter: unknown): unknown {
  const record = Object.entries(Object(parameter)).find(([key]) => key === 'default');
  return record?.[1] ?? 1;
}

test('every named fault is listed with its parameters, and can be switched on as listed', async () => {
  const listed = listAt(await (await fetch(`${account.sandbox.url}/__sandbox/faults`)).json(), 'presets');
  expect(listed).toHaveLength(22);
  for (const preset of listed) {
    const parameters = listAt(preset, 'parameters').map((one) => [textAt(one, 'name'), defaultOf(one)]);
    const body = { preset: textAt(preset, 'name'), ...Object.fromEntries(parameters) };
    const made = await fetch(`${account.sandbox.url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([body.preset, made.status]).toEqual([body.preset, 201]);
  }
});
