import type { TextKey } from '../../ui/language.ts';

/** The messages that a policy's own duties ask for. */
export type DutyMessage = 'acknowledged' | 'updated' | 'responded';

/** What the agent does about a duty. */
export interface DutyAction {
  readonly event: DutyMessage;
  /** The button that writes the message, and the heading where it goes by post. */
  readonly write: TextKey;
  readonly byPost: TextKey;
}

const ACTIONS: Readonly<Record<string, DutyAction>> = {
  acknowledgement: { event: 'acknowledged', write: 'case.writeAcknowledgement', byPost: 'post.acknowledge' },
  update: { event: 'updated', write: 'case.writeUpdate', byPost: 'post.update' },
  response: { event: 'responded', write: 'case.writeResponse', byPost: 'post.response' },
};

/** Undefined for duties that a policy names and the app has no message for. */
export function actionFor(duty: string): DutyAction | undefined {
  return ACTIONS[duty];
}
