import { Anchor } from '@zendeskgarden/react-buttons';
import { z } from 'zod';
import type { AuditEvent } from '../../api/shapes.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';

const ruleShape = z.looseObject({
  channel: z.literal('rule'),
  source: z.looseObject({
    rel: z.string().nullish(),
    from: z.looseObject({ id: z.coerce.number(), title: z.string().nullish() }),
  }),
});

/** The rule that did it, with its title linked to what the account says of it. */
export function EventRule({ event }: { event: AuditEvent }) {
  const words = useWords();
  const { triggers } = useDirectory();
  const rule = ruleShape.safeParse(event.via);
  if (!rule.success) return null;
  const { rel, from } = rule.data.source;
  const kind = rel === 'automation' ? 'automation' : 'trigger';
  return (
    <>
      {' '}
      <small>
        {words.t(kind)}:{' '}
        <Anchor href={`/api/v2/${kind}s/${from.id}.json`} target="_blank" rel="noopener">
          {from.title ?? triggers.get(from.id) ?? `#${from.id}`}
        </Anchor>
      </small>
    </>
  );
}
