import { Disclosures } from '../../ui/Disclosures.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Related } from './Related.tsx';
import { useRelated } from './use-related.ts';

/** The row of the customer's other tickets by itself, for a ticket without a case; nothing where there are none. */
export function OtherTickets() {
  const { say } = useEnvironment().language;
  const related = useRelated();
  if (!related.value || related.value.length === 0) return null;
  const part = {
    id: 'related',
    title: say('related.title'),
    count: String(related.value.length),
    content: <Related related={related} />,
  };
  return <Disclosures parts={[part]} />;
}
