import type { Account } from '../account/account.ts';
import { listOf } from '../json.ts';

const TO_REQUESTER = ['requester_id', 'requester_and_ccs'];

/** Switches off the active triggers that write to the requester; the result switches the same ones on again. */
export function requesterNotifications(account: Account): () => void {
  const mailing = [...account.triggers.values()].filter(
    (trigger) =>
      trigger.active &&
      trigger.actions.some(
        ({ field, value }) =>
          field === 'notification_user' && TO_REQUESTER.includes(String(listOf(value)[0])),
      ),
  );
  const set = (active: boolean) => {
    for (const { id } of mailing) {
      // A trigger may have been changed or deleted in the meantime.
      const trigger = account.triggers.get(id);
      if (trigger) account.triggers.set(id, { ...trigger, active });
    }
  };
  set(false);
  return () => set(true);
}
