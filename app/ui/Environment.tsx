import { createContext, type ReactNode, useContext } from 'react';
import type { Instant } from '../../domain/local-date.ts';
import type { Language } from './language.ts';
import type { When } from './when.ts';

/** How the page reads to this agent, and what time it is. */
export interface EnvironmentValue {
  readonly language: Language;
  readonly when: When;
  readonly now: () => Instant;
  /** The company's name from the app's settings. */
  readonly company?: string;
  /** Loads what texts are missing yet; left out where all were loaded at once. */
  readonly loadTexts?: () => Promise<void>;
}

const EnvironmentContext = createContext<EnvironmentValue | undefined>(undefined);

export function EnvironmentProvider({ value, children }: { value: EnvironmentValue; children: ReactNode }) {
  return <EnvironmentContext.Provider value={value}>{children}</EnvironmentContext.Provider>;
}

/** @throws Error outside an {@link EnvironmentProvider} */
export function useEnvironment(): EnvironmentValue {
  const value = useContext(EnvironmentContext);
  if (!value) throw new Error('wrap this component in an EnvironmentProvider');
  return value;
}
