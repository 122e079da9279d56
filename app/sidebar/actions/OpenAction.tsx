import type { ReactNode } from 'react';
import type { ActionId } from '../../../domain/actions.ts';
import { ACTIONS, type ActionProps } from './registry.ts';

export interface OpenActionProps extends ActionProps {
  readonly action: ActionId;
  /** Shown where the action has no form. */
  readonly otherwise: ReactNode;
}

/** The form of an action, in place of the case. */
export function OpenAction({ action, otherwise, ...props }: OpenActionProps) {
  const { Form } = ACTIONS[action];
  return Form ? <Form {...props} /> : otherwise;
}
