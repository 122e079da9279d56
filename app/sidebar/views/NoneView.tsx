import { Button } from '@zendeskgarden/react-buttons';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Help, Stack } from '../../ui/layout.tsx';

/** Most tickets are no complaints: one line and one button, and no more room than that. */
export function NoneView({ onRecord }: { onRecord: () => void }) {
  const { say } = useEnvironment().language;
  return (
    <Stack $gap={8}>
      <Help style={{ textAlign: 'left' }}>{say('none.title')}</Help>
      <Button isStretched size="small" onClick={onRecord}>
        {say('none.record')}
      </Button>
    </Stack>
  );
}
