import { useEnvironment } from '../../../ui/Environment.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { OptionSelect } from '../../views/OptionSelect.tsx';
import type { Delay } from './use-delay.ts';

/** Asked for before the button that does what is late; nobody is kept from answering without it. */
export function DelaySelect({ delay, error }: { delay: Delay; error?: string | undefined }) {
  const { say } = useEnvironment().language;
  const { fields } = useSidebar();
  const options = fields.delay_reason?.options ?? [];
  if (options.length === 0) return null;
  return (
    <OptionSelect
      label={say('delay.label')}
      options={options}
      value={delay.option}
      none={say('delay.none')}
      onChange={delay.choose}
      hint={delay.saved ? say('delay.saved') : undefined}
      error={error}
    />
  );
}
