import { createContext, type ReactNode, useContext } from 'react';
import type { ActionId } from '../../domain/actions.ts';
import type { ActionProps } from './actions/action.ts';
import type { CaseClock } from './model/case-clock.ts';

/** The case that is shown, and what may be done about it. */
export interface CaseValue extends Omit<ActionProps, 'onClose'> {
  readonly allowed: readonly ActionId[];
  readonly clock: CaseClock;
}

const CaseContext = createContext<CaseValue | undefined>(undefined);

export function CaseProvider({ value, children }: { value: CaseValue; children: ReactNode }) {
  return <CaseContext.Provider value={value}>{children}</CaseContext.Provider>;
}

/** @throws Error outside a {@link CaseProvider} */
export function useCase(): CaseValue {
  const value = useContext(CaseContext);
  if (!value) throw new Error('wrap this component in a CaseProvider');
  return value;
}
