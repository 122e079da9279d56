import { Tag } from '@zendeskgarden/react-tags';
import { useControlWords } from './words.ts';

/** An HTTP status in the colour of its class; 0 is a connection that ended without a reply. */
export function StatusTag({ status, count }: { status: number; count?: number }) {
  const words = useControlWords();
  const text = status === 0 ? words.t('noReply') : String(status);
  return (
    <Tag size="small" isRegular hue={hueOf(status)} style={{ marginRight: 4 }}>
      <span>{count === undefined ? text : `${text} × ${count}`}</span>
    </Tag>
  );
}

function hueOf(status: number): string {
  if (status === 0 || status >= 500) return 'red';
  if (status >= 400) return 'yellow';
  return status >= 300 ? 'grey' : 'green';
}
