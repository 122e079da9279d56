import { useMemo } from 'react';
import type { AskedItem } from '../../../../domain/asked-items.ts';
import { EVIDENCE_KINDS } from '../../../../domain/evidence-kinds.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/**
 * What the company asks for and the ticket's fields don't hold; what the account has no field for is asked for too. The
 * same list as long as the ticket is the same.
 */
export function useMissing(): readonly AskedItem[] {
  const { policy, fields, ticket } = useSidebar();
  return useMemo(() => {
    const isThere = (field: { readonly id: number } | undefined): boolean =>
      field !== undefined && (ticket.fields.get(field.id) ?? '').trim() !== '';
    const kinds = policy?.guidance.evidence ?? EVIDENCE_KINDS;
    const missing = kinds.filter((kind) => !isThere(fields[`evidence_${kind}`]));
    return isThere(fields.summary) ? missing : ['summary', ...missing];
  }, [policy, fields, ticket]);
}
