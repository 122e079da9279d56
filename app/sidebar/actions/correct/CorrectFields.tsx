import { Message } from '@zendeskgarden/react-forms';
import type { CaseEvent } from '../../../../domain/events.ts';
import { OPTION_PREFIX } from '../../../../domain/terms.ts';
import { Help } from '../../../ui/layout.tsx';
import type { Reading } from '../../model/status.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { MomentField } from '../shared/MomentField.tsx';
import { OptionField } from '../shared/OptionField.tsx';
import { voidable } from './correction.ts';
import { entryName } from './correction-note.ts';
import type { useCorrection } from './use-correction.ts';

export interface CorrectFieldsProps {
  readonly correcting: ReturnType<typeof useCorrection>;
  readonly events: readonly CaseEvent[];
  readonly reading: Reading;
}

function ChannelField({ correcting, reading }: CorrectFieldsProps) {
  const { say } = reading.language;
  const { fields } = useSidebar();
  const { entry, receipt, change } = correcting;
  const options = (fields.channel?.options ?? []).map(({ name, value }) => ({
    value: value.replace(OPTION_PREFIX.channel, ''),
    label: name,
  }));
  return (
    <OptionField
      label={say('correct.channelNow')}
      options={options}
      none={say('act.choose')}
      value={entry.channel ?? receipt?.channel}
      onChange={(channel) => change({ channel })}
    />
  );
}

function EventField({ correcting, events, reading }: CorrectFieldsProps) {
  const { say } = reading.language;
  const { entry, change } = correcting;
  const byAudit = new Map(voidable(events).map((event) => [event.auditId, event]));
  const options = [...byAudit.values()].map((event) => ({
    value: String(event.auditId),
    label: entryName(event, reading),
  }));
  return (
    <>
      <OptionField
        label={say('correct.which')}
        options={options}
        none={say('act.choose')}
        value={entry.auditId}
        onChange={(auditId) => change({ auditId: auditId ?? '' })}
      />
      {entry.auditId ? <Help style={{ textAlign: 'left' }}>{say('correct.void')}</Help> : null}
    </>
  );
}

/** The new value, by what is wrong. */
export function CorrectFields(props: CorrectFieldsProps) {
  const { correcting, reading } = props;
  const { say } = reading.language;
  const { entry, received, first, change, fault } = correcting;
  const words = fault && say(fault);
  switch (entry.what) {
    case 'received':
      return (
        <MomentField
          legend={say('correct.receivedOn')}
          value={received}
          onChange={(typed) => change({ received: typed })}
          fault={words}
        />
      );
    case 'first':
      return (
        <MomentField
          legend={say('correct.firstOn')}
          value={first}
          onChange={(typed) => change({ first: typed })}
          fault={words}
        />
      );
    default:
      return (
        <div>
          {entry.what === 'channel' ? <ChannelField {...props} /> : <EventField {...props} />}
          {words ? (
            <Message role="alert" validation="error">
              {words}
            </Message>
          ) : null}
        </div>
      );
  }
}
