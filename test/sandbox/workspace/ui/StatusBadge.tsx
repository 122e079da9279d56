import styled from 'styled-components';
import { useWords } from '../state/workspace.ts';

/** Zendesk's own colours of the statuses: they are the same in light and dark. */
const looks: Record<string, { background: string; color: string }> = {
  new: { background: '#ffb648', color: '#703b15' },
  open: { background: '#c72a1c', color: '#fff' },
  pending: { background: '#3091ec', color: '#fff' },
  hold: { background: '#2f3130', color: '#fff' },
  solved: { background: '#87929d', color: '#fff' },
  closed: { background: '#dcdee0', color: '#646864' },
};

const Badge = styled.span<{ $compact: boolean }>`
  display: inline-block;
  flex: none;
  border-radius: 4px;
  padding: 0 6px;
  font-size: 12px;
  font-weight: 600;
  line-height: 20px;
  text-transform: capitalize;
  white-space: nowrap;
  ${({ $compact }) => $compact && 'width: 20px; padding: 0; text-align: center;'}
`;

/** A ticket's status as Zendesk shows it; compact shows its first letter only. */
export function StatusBadge({ status, compact = false }: { status: string; compact?: boolean }) {
  const words = useWords();
  const label = words.value('status', status);
  return (
    <Badge $compact={compact} style={looks[status] ?? looks.closed} title={label}>
      {compact ? <span aria-hidden="true">{label[0]}</span> : label}
    </Badge>
  );
}
