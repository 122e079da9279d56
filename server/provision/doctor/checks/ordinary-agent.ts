import { COMPLAINT_TAG, EVENT_TAGS } from '../../../../domain/terms.ts';
import { tagsAdded } from '../../../reconcile/audit-tags.ts';
import { isZendeskError } from '../../../zendesk/errors.ts';
import type { Audit } from '../../../zendesk/port.ts';
import { listed, notCheckable, ok, problem, warning } from '../findings.ts';
import { SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const TRY =
  'Have an agent with an ordinary role record a test complaint and send a status update on it (docs/install.md, "A trial on one test ticket"), then: npm run provision -- doctor --tried-on <ticket>.';

const ALLOW = `${SCREENS.roles}: open the role of that agent, Tickets, Edit ticket tags.`;

/** The sidebar says with the tag what it records, which no role can take away. */
const hasRecorded = ({ metadata }: Audit): boolean => {
  const { complaint } = metadata;
  return typeof complaint === 'object' && complaint !== null;
};

const EVENTS: readonly string[] = Object.values(EVENT_TAGS);

/** An update by one of our macros: what it sets for sure, whatever the role. */
const usedMacro = ({ events }: Audit): boolean => events.some(({ kind }) => kind === 'macro');

interface Tried {
  readonly audit: Audit;
  readonly tags: ReadonlySet<string>;
}

/** The updates by agents who are neither administrators nor the service. */
async function byOrdinaryAgents({ provisioning }: DoctorContext, ticketId: number, seat: number) {
  const audits = await provisioning.port.audits(ticketId);
  const authors = [...new Set(audits.map(({ authorId }) => authorId))].filter((id) => id > 0 && id !== seat);
  const users = await Promise.all(authors.map((id) => provisioning.port.user(id)));
  const ordinary = new Set(users.filter(({ role }) => role === 'agent').map(({ id }) => id));
  return audits
    .filter(({ authorId }) => ordinary.has(authorId))
    .map((audit): Tried => ({ audit, tags: tagsAdded(audit) }));
}

function recording(tried: readonly Tried[], ticketId: number): Finding {
  const tagged = tried.find(({ tags }) => tags.has(COMPLAINT_TAG));
  if (tagged)
    return ok(`user ${tagged.audit.authorId}, an agent, has recorded #${ticketId}: the tag went through`);
  const silent = tried.find(({ audit }) => hasRecorded(audit));
  if (silent)
    return problem(
      `user ${silent.audit.authorId}, an agent, has recorded #${ticketId}, and the tag ${COMPLAINT_TAG} did not go through: nothing is acknowledged`,
      ALLOW,
    );
  return warning(`nobody but administrators has recorded a complaint on #${ticketId}`, TRY);
}

function replies(tried: readonly Tried[], ticketId: number): Finding {
  const tagged = tried.flatMap(({ tags }) => EVENTS.filter((tag) => tags.has(tag)));
  if (tagged.length > 0) return ok(`replies by agents on #${ticketId} carry ${listed([...new Set(tagged)])}`);
  if (tried.some(({ audit }) => usedMacro(audit)))
    return warning(
      `an agent has applied a macro on #${ticketId}, and no tag of a reply went through: it counts by the macro's name alone`,
      ALLOW,
    );
  return notCheckable(`whether replies carry their tags: no agent has sent one on #${ticketId}`, TRY);
}

/** No API acts as somebody else, so an agent tries it and the doctor reads what came of it. */
export const ordinaryAgent: Check = {
  id: 'ordinary-agent',
  title: 'Tried as an ordinary agent',
  run: async (context) => {
    const { triedOn, service } = context;
    if (triedOn === undefined)
      return [notCheckable('what the role of an ordinary agent lets through: nobody has tried', TRY)];
    try {
      const tried = await byOrdinaryAgents(context, triedOn, (await service.port.me()).id);
      return [recording(tried, triedOn), replies(tried, triedOn)];
    } catch (error) {
      if (!isZendeskError(error, 'not_found')) throw error;
      return [problem(`there is no ticket #${triedOn}`, 'Name the ticket that the agent has tried it on.')];
    }
  },
};
