import styled from 'styled-components';
import { useDirectory, useWords } from '../state/workspace.ts';

/** Zendesk's own colours of the statuses: they are the same in light and dark. */
const looks: Record<string, { background: string; color: string }> = {
  new: { background: '#ffb648', color: '#703b15' },
  open: { background: '#c72a1c', color: '#fff' },
  pending: { background: '#1f73b7', color: '#fff' },
  hold: { background: '#2f3130', color: '#fff' },
  solved: { background: '#68737d', color: '#fff' },
  closed: { background: '#dcdee0', color: '#49545c' },
};

const Badge = styled.span<{ $compact: boolean }>`
  display: inline-block;
  flex: none;
  max-width: 160px;
  overflow: hidden;
  border-radius: 4px;
  padding: 0 6px;
  font-size: 12px;
  font-weight: 600;
  line-height: 20px;
  text-overflow: ellipsis;
  vertical-align: middle;
  white-space: nowrap;
  ${({ $compact }) => $compact && 'width: 20px; padding: 0; text-align: center;'}
`;

interface StatusBadgeProps {
  status: string;
  /** The account's own status within the category. */
  customId?: number | null;
  compact?: boolean;
}

/** A ticket's status as Zendesk shows it; compact shows its first letter only. */
export function StatusBadge({ status, customId = null, compact = false }: StatusBadgeProps) {
  const words = useWords();
  const { customStatuses } = useDirectory();
  const own = customStatuses.find((it) => it.id === customId && !it.default);
  const label = own?.agent_label ?? words.value('status', status);
  return (
    <Badge $compact={compact} style={looks[status] ?? looks.closed} title={label}>
      {compact ? <span aria-hidden="true">{label[0]}</span> : label}
    </Badge>
  );
}
