import styled from 'styled-components';
import { Rule } from '../../ui/layout.tsx';
import { StepList } from '../../ui/StepList.tsx';
import { useCase } from '../CaseContext.tsx';
import { capsOf, stepsOf } from '../model/steps.ts';
import { useSidebar } from '../SidebarContext.tsx';

const Steps = styled.div`
  padding-top: 8px;
`;

/** What has been done and what is to come, with the regulators' limits ruled off. */
export function CaseSteps() {
  const { record, deadlines, reading } = useCase();
  const { policy } = useSidebar();
  const { say } = reading.language;
  const caps = capsOf(deadlines, reading, policy);
  return (
    <>
      <Steps>
        <StepList steps={stepsOf(record, deadlines, reading)} label={say('step.list')} />
      </Steps>
      {caps.length > 0 ? (
        <>
          <Rule />
          <StepList steps={caps} label={say('step.capHelp')} />
        </>
      ) : null}
    </>
  );
}
