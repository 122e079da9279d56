import styled from 'styled-components';
import { STAGES } from '../../../domain/stage.ts';
import { FLAGS } from '../../../domain/terms.ts';
import { OUTCOME_WORDS } from '../../sidebar/accordions/history-words.ts';
import { useBoard } from '../BoardContext.tsx';
import { ChoiceFilter } from '../filters/ChoiceFilter.tsx';
import { ManyFilter } from '../filters/ManyFilter.tsx';
import { flagText, outcomeText, stageText } from '../names/words.ts';
import { changed } from '../route/many.ts';
import type { Narrowing, Narrowings } from '../route/route.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

export interface RegisterFiltersProps {
  readonly narrowings: Narrowings;
  readonly onChange: (narrowings: Narrowings) => void;
}

/** The narrowings that people choose by hand; others come with a figure that was clicked. */
export function RegisterFilters({ narrowings, onChange }: RegisterFiltersProps) {
  const { say } = useBoard().language;
  const part = (name: Narrowing) => ({
    value: narrowings[name],
    onChange: (value: string | undefined) => onChange(changed(narrowings, name, value)),
  });
  return (
    <Bar role="group" aria-label={say('register.narrow')}>
      <ChoiceFilter
        label={say('register.state')}
        all={say('register.anyState')}
        options={[
          { value: 'true', label: say('narrow.open') },
          { value: 'false', label: say('narrow.closed') },
        ]}
        {...part('open')}
      />
      <ManyFilter
        label={say('cases.stage')}
        all={say('register.anyStage')}
        options={STAGES.map((code) => ({ value: code, label: stageText(code, say) }))}
        {...part('stage')}
      />
      <ManyFilter
        label={say('cases.outcome')}
        all={say('register.anyOutcome')}
        options={Object.keys(OUTCOME_WORDS).map((code) => ({ value: code, label: outcomeText(code, say) }))}
        {...part('outcome')}
      />
      <ManyFilter
        label={say('cases.flags')}
        all={say('register.anyFlag')}
        options={FLAGS.map((code) => ({ value: code, label: flagText(code, say) }))}
        {...part('flags')}
      />
    </Bar>
  );
}
