import { useEffect, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { PlugIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSidebar } from '../SidebarContext.tsx';

/** Patches fit together; what differs in the first two numbers may not. */
function lineOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The app in the account and the service were not updated together. */
export function VersionNotice() {
  const { say } = useEnvironment().language;
  const { service, environment } = useSidebar();
  const [other, setOther] = useState<string>();
  useEffect(() => {
    let alive = true;
    void service.version().then((answer) => {
      if (!alive || !answer.ok || environment.version === '') return;
      if (lineOf(answer.value) !== lineOf(environment.version)) setOther(answer.value);
    });
    return () => {
      alive = false;
    };
  }, [service, environment.version]);
  if (other === undefined) return null;
  return (
    <Notice icon={<PlugIcon />} title={say('down.versionTitle')}>
      {say('down.versionText', { app: environment.version, service: other })}
    </Notice>
  );
}
