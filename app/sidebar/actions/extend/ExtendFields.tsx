import { Field, Input, Message } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import { Row, Stack } from '../../../ui/layout.tsx';
import { dutyName } from '../../model/duty-names.ts';
import type { ActionProps } from '../action.ts';
import { dueText } from '../shared/due-text.ts';
import { Moves } from '../shared/Moves.tsx';
import { OptionField } from '../shared/OptionField.tsx';
import { Reason } from '../shared/Reason.tsx';
import { keyOf } from './extension.ts';
import { OFFSET_UNITS, UNITS } from './units.ts';
import type { useExtension } from './use-extension.ts';

type Extension = ReturnType<typeof useExtension>;

const Amount = styled(Field)`
  flex: 0 0 72px;
`;

const Unit = styled.div`
  flex: 1;
  min-width: 0;
`;

function Length({ extension, reading }: { extension: Extension; reading: ActionProps['reading'] }) {
  const { say } = reading.language;
  const { value, change, unit } = extension;
  const units = UNITS.map((one) => ({ value: one, label: say(OFFSET_UNITS[one].label) }));
  return (
    <Row style={{ alignItems: 'flex-end' }}>
      <Amount>
        <Field.Label>{say('extend.by')}</Field.Label>
        <Input
          isCompact
          inputMode="numeric"
          autoComplete="off"
          value={value.amount}
          onChange={({ target }) => change({ amount: target.value })}
        />
      </Amount>
      <Unit>
        <OptionField
          label={say('extend.unit')}
          options={units}
          value={unit}
          onChange={(chosen) => change({ unit: chosen })}
        />
      </Unit>
    </Row>
  );
}

function faultText({ extending, length }: Extension, { record, reading }: ActionProps): string | undefined {
  const { say } = reading.language;
  if (!length) return say('extend.noNumber');
  if (!extending || extending.ok) return undefined;
  const caps = record.deadlines.filter(({ hardCap }) => hardCap).sort((a, b) => a.dueAt - b.dueAt);
  return say(extending.fault, { cap: dueText(caps[0], reading) });
}

/** Which deadline, by how much, and why; with what moves by it. */
export function ExtendFields(props: ActionProps & { extension: Extension }) {
  const { extension, reading } = props;
  const { say } = reading.language;
  const { choices, deadline, value, change, extending, reason, shown } = extension;
  const fault = faultText(extension, props);
  const duties = choices.map((one) => ({ value: keyOf(one), label: dutyName(one.duty, 'open', reading) }));
  return (
    <>
      <OptionField
        label={say('extend.duty')}
        options={duties}
        value={deadline && keyOf(deadline)}
        onChange={(key) => change({ key: key ?? '' })}
      />
      <Stack $gap={8}>
        <Length extension={extension} reading={reading} />
        {fault ? (
          <Message validation="error" {...(shown ? { role: 'alert' } : {})}>
            {fault}
          </Message>
        ) : null}
      </Stack>
      {extending?.ok ? <Moves moves={[extending]} reading={reading} /> : null}
      <Reason
        value={value.reason}
        onChange={(typed) => change({ reason: typed })}
        fault={shown && !reason ? say('act.reasonMissing') : undefined}
      />
    </>
  );
}
