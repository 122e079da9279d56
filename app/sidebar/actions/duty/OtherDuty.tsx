import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import type { Deadline } from '../../../../domain/deadline.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Row } from '../../../ui/layout.tsx';
import { useCase } from '../../CaseContext.tsx';
import { useSidebar } from '../../SidebarContext.tsx';

/** The letter of a regulator's limit has a form of its own; for what else a policy may name, there is the menu. */
export function OtherDuty({ leading, menu }: { leading: Deadline; menu: ReactNode }) {
  const { say } = useEnvironment().language;
  const { act } = useSidebar();
  const { allowed } = useCase();
  const letter = leading.doneBy === 'adr_letter_sent' && allowed.includes('adr_letter');
  return (
    <Row style={{ justifyContent: 'flex-end' }}>
      {letter ? (
        <Button isPrimary isStretched onClick={() => act('adr_letter')}>
          {say('adr.write')}
        </Button>
      ) : null}
      {menu}
    </Row>
  );
}
