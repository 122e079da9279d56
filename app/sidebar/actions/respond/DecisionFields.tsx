import { useEnvironment } from '../../../ui/Environment.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { OptionSelect } from '../../views/OptionSelect.tsx';
import { OutcomeChoice } from '../../views/OutcomeChoice.tsx';
import type { Decision, DecisionFaults } from './decision.ts';
import { RedressFields } from './RedressFields.tsx';

export interface DecisionFieldsProps {
  readonly value: Decision;
  readonly faults: DecisionFaults;
  readonly onChange: (part: Partial<Decision>) => void;
}

/** What was decided, why it came to the complaint, and what the customer gets. */
export function DecisionFields({ value, faults, onChange }: DecisionFieldsProps) {
  const { say } = useEnvironment().language;
  const { fields } = useSidebar();
  const causes = fields.category?.options ?? [];
  return (
    <>
      <OutcomeChoice
        value={value.outcome}
        onChange={(outcome) => onChange({ outcome })}
        error={faults.outcome && say(faults.outcome)}
      />
      {causes.length > 0 ? (
        <OptionSelect
          label={say('response.cause')}
          options={causes}
          value={value.category}
          none={say('form.aboutNone')}
          onChange={(category) => onChange({ category })}
        />
      ) : null}
      <RedressFields value={value} onChange={onChange} error={faults.amount && say(faults.amount)} />
    </>
  );
}
