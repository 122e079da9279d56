import { ok, problem, warning } from '../findings.ts';
import type { ReadyAnswer } from '../ready.ts';
import type { Check, Finding } from '../types.ts';

function unready({ told }: Extract<ReadyAnswer, { kind: 'told' }>, address: string): Finding {
  const failing = Object.entries(told.checks ?? {}).flatMap(([name, state]) =>
    state === 'ok' ? [] : [name],
  );
  const why = told.waitingFor
    ? `waits for ${told.waitingFor}`
    : `fails: ${failing.join(', ') || told.status}`;
  return problem(
    `the service at ${address} answers and is not ready: it ${why}`,
    'See its log, and docs/operations.md for what it says; bring back what it waits for.',
  );
}

/** Its warnings are written for people, and say what to do. */
const warningsOf = ({ told }: Extract<ReadyAnswer, { kind: 'told' }>): Finding[] =>
  Object.values(told.warnings ?? {}).map((text) =>
    warning(`the service says: ${text}`, 'Do what it says; docs/operations.md says more.'),
  );

/** The service answers at the address that Zendesk calls, is ready, and is of this version. */
export const service: Check = {
  id: 'service',
  title: 'The service',
  run: async ({ living, config, version }) => {
    const address = config.publicUrl;
    const answer = await living.ready();
    if (answer.kind === 'unreachable')
      return [
        problem(
          `the service can't be reached at ${address}: ${answer.why}`,
          'Start it, and check PUBLIC_URL, DNS, firewall, proxy and certificate. Zendesk calls the same address.',
        ),
      ];
    if (answer.kind === 'foreign')
      return [
        problem(
          `what answers at ${address}/readyz is not the service: status ${answer.status}`,
          'Check PUBLIC_URL, and what the proxy before the service passes on.',
        ),
      ];
    if (answer.status !== 200) return [unready(answer, address)];
    const { told } = answer;
    const found = warningsOf(answer);
    if (told.version === undefined)
      found.push(
        warning('the service does not tell its version: it is older than this program', 'Update it.'),
      );
    else if (told.version !== version)
      found.push(
        warning(
          `the service is of version ${told.version}, this program of ${version}`,
          'Run the doctor of the version that is installed, or update the service.',
        ),
      );
    return [
      ok(`ready at ${address}${told.version === undefined ? '' : `, version ${told.version}`}`),
      ...found,
    ];
  },
};
