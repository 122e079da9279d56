import type express from 'express';
import type { Account } from '../account/account.ts';
import { objectOf } from '../json.ts';
import { answer, ControlError } from './answer.ts';
import { workingDaysLater } from './working-days.ts';

/** `GET` and `PUT /clock`. */
export function clockRoutes(router: express.Router, { account }: { account: Account }): void {
  const { clock } = account;
  const state = () => ({
    now: new Date(clock.now()).toISOString(),
    offset: clock.offset(),
    rate: clock.rate(),
  });
  router.get('/clock', (_req, res) => void res.json(state()));
  router.put('/clock', (req, res) => {
    const body = objectOf(req.body);
    answer(res, () => {
      if (typeof body.advance === 'number') clock.advance(body.advance);
      else if (typeof body.now === 'string') clock.set(body.now);
      else if (typeof body.workingDays === 'number')
        clock.set(workingDaysLater(clock.now(), body.workingDays, account.settings.timezone));
      else if (typeof body.rate === 'number') clock.setRate(body.rate);
      else
        throw new ControlError(
          'Send one of {"now": "2026-04-08T09:00:00Z"}, {"advance": milliseconds}, {"workingDays": 1}, {"rate": 60}.',
        );
      return state();
    });
  });
}
