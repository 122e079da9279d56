import { Disclosures } from '../../ui/Disclosures.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { Details } from './Details.tsx';
import { evidenceOf } from './evidence.ts';
import { History } from './History.tsx';
import { Related } from './Related.tsx';
import { useRelated } from './use-related.ts';

/** What is known of a case besides its dates: three rows, closed until somebody wants to know. */
export function CaseAccordions() {
  const { say } = useEnvironment().language;
  const { ticket, fields, policy, caseAnswer } = useSidebar();
  const related = useRelated();
  const evidence = evidenceOf(ticket, fields, policy);
  const found = evidence.filter(({ text }) => text !== '').length;
  const parts = [
    {
      id: 'details',
      title: say('details.title'),
      ...(evidence.length > 0 ? { count: say('details.count', { n: found, of: evidence.length }) } : {}),
      content: <Details evidence={evidence} />,
    },
    {
      id: 'history',
      title: say('history.title'),
      ...(caseAnswer?.ok ? { count: String(caseAnswer.value.events.length) } : {}),
      content: <History />,
    },
    {
      id: 'related',
      title: say('related.title'),
      ...(related.value ? { count: String(related.value.length) } : {}),
      content: <Related related={related} />,
    },
  ];
  return <Disclosures parts={parts} />;
}
