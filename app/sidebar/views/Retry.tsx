import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** Reads everything anew. */
export function Retry({ onRetry }: { onRetry: () => void }) {
  const { say } = useEnvironment().language;
  return <LinkButton onClick={onRetry}>{say('common.retry')}</LinkButton>;
}
