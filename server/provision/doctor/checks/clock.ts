import { notCheckable, ok, problem, warning } from '../findings.ts';
import type { Check } from '../types.ts';

/** Tokens of the app are taken with this much tolerance. */
const TOKENS_MS = 30_000;
/** A reply's `Date` has whole seconds. */
const EXACTNESS_MS = 5_000;

const NTP =
  'Run NTP on this machine and on that of the service (timedatectl set-ntp true, or what your system has).';

/** This machine's clock against the account's, as the `Date` of a fresh reply tells it. */
export const clock: Check = {
  id: 'clock',
  title: 'The clock',
  run: async ({ provisioning, now }) => {
    const asked = now();
    await provisioning.port.me();
    const told = provisioning.port.timeAtLeast();
    if (told === undefined) return [notCheckable('the account does not tell its time')];
    const answered = now();
    const mostMs = answered - told;
    // The reply was dated at some moment since the question: what it took to come is no difference of the clocks.
    const aheadMs = mostMs > 0 ? Math.max(0, mostMs - (answered - asked)) : mostMs;
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    if (Math.abs(aheadMs) <= EXACTNESS_MS) return [ok('this machine and the account agree to a few seconds')];
    const seen = `this machine is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the account`;
    if (Math.abs(aheadMs) <= TOKENS_MS) return [warning(seen, NTP)];
    return [
      problem(
        `${seen}: warnings come at the wrong time, the app is refused from 30 s on, webhooks from an hour on`,
        NTP,
      ),
    ];
  },
};
