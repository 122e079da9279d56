import type { Language } from '../../../ui/language.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/** The dispute body's name in the agent's language; undefined where the policy is not known or names none. */
export function useOmbudsman({ code }: Pick<Language, 'code'>): string | undefined {
  const { policy } = useSidebar();
  const name = policy?.company.ombudsman?.name;
  return name && (name[code] ?? name.en);
}
