import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Overview } from '../api/overview.ts';
import { useBoard } from '../BoardContext.tsx';
import { useNames } from '../names/use-names.ts';
import { useZones } from '../names/use-zones.ts';
import { stepText } from '../names/words.ts';
import { CaseTable, OneLine, Scroll } from '../parts/CaseTable.tsx';
import { DueMark } from '../parts/DueMark.tsx';
import { Section, Subtle } from '../parts/Section.tsx';
import { TicketLink } from '../parts/TicketLink.tsx';

/** As many as stand beside the forecast; all others are a click away. */
const SHOWN = 12;

/** Overdue and due today, the oldest first. */
export function NextDue({ overview, onAll }: { overview: Overview; onAll: () => void }) {
  const { language } = useBoard();
  const { say } = language;
  const rows = overview.nextDue.slice(0, SHOWN);
  const subject = useNames(
    'ticket',
    rows.map(({ currentTicketId }) => currentTicketId),
  );
  const site = useNames(
    'organization',
    rows.map(({ organizationId }) => organizationId),
  );
  const owner = useNames(
    'user',
    rows.map(({ assigneeId }) => assigneeId),
  );
  const zoneOf = useZones(overview.timeZone);
  return (
    <Section
      title={say('dueList.title')}
      actions={<LinkButton onClick={onAll}>{say('dueList.all', { n: overview.openTotal })}</LinkButton>}
    >
      {rows.length === 0 ? (
        <p>{say('dueList.none')}</p>
      ) : (
        <Scroll>
          <CaseTable>
            <thead>
              <tr>
                <th scope="col">{say('cases.due')}</th>
                <th scope="col">{say('cases.ticket')}</th>
                <th scope="col">{say('cases.subject')}</th>
                <th scope="col">{say('cases.step')}</th>
                <th scope="col">{say('cases.site')}</th>
                <th scope="col">{say('cases.owner')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.ticketId}>
                  <td>
                    <DueMark row={row} now={overview.now} zone={zoneOf(row.policy.id)} />
                  </td>
                  <td>
                    <TicketLink id={row.currentTicketId} />
                  </td>
                  <td>
                    <OneLine title={subject(row.currentTicketId)}>{subject(row.currentTicketId)}</OneLine>
                  </td>
                  <td>{row.nextDuty === null ? '' : stepText(row.nextDuty, language)}</td>
                  <td>{row.organizationId === null ? '–' : site(row.organizationId)}</td>
                  <td>
                    {row.assigneeId === null ? (
                      <strong>{say('cases.noOwner')}</strong>
                    ) : (
                      owner(row.assigneeId)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </CaseTable>
        </Scroll>
      )}
      {overview.nextDue.length > SHOWN ? (
        <Subtle>{say('dueList.more', { n: overview.nextDue.length - SHOWN })}</Subtle>
      ) : null}
    </Section>
  );
}
