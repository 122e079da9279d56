import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Message, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { FaultParameter, FaultPreset } from '../../api/control-shapes.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Form } from './Card.tsx';
import { faultRequest } from './fault-request.ts';
import { ParameterField } from './ParameterField.tsx';
import { useControlWords } from './words.ts';

const GROUPS = ['requests', 'account', 'webhooks'] as const;
const CALLERS = ['all', 'program', 'browser'] as const;

/** Chooses a fault by its name, asks for its parameters, and switches it on. */
export function FaultForm({ presets }: { presets: readonly FaultPreset[] }) {
  const { control } = useWorkspace();
  const words = useControlWords();
  const [name, setName] = useState('rate-limit');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<{ problem: string } | { done: true }>();
  const preset = presets.find((one) => one.name === name) ?? presets[0];
  if (!preset) return null;
  const set = (key: string, value: string) => setValues((before) => ({ ...before, [key]: value }));
  const switchOn = async () => {
    try {
      await control.switchOn(faultRequest(preset, values));
      setOutcome({ done: true });
    } catch (error) {
      setOutcome({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void switchOn();
      }}
    >
      <Field>
        <Label isRegular>{words.t('fault')}</Label>
        <Select
          isCompact
          value={preset.name}
          onChange={(event) => {
            setName(event.target.value);
            setValues({});
            setOutcome(undefined);
          }}
        >
          {GROUPS.map((group) => (
            <optgroup key={group} label={words.t(`group_${group}`)}>
              {presets
                .filter((one) => one.kind === group)
                .map((one) => (
                  <option key={one.name} value={one.name}>
                    {words.fault(one.name).title}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
        <Hint>{words.fault(preset.name).hint}</Hint>
      </Field>
      {preset.parameters.map((parameter: FaultParameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? String(parameter.default ?? '')}
          onChange={(value) => set(parameter.name, value)}
        />
      ))}
      {preset.kind === 'requests' && (
        <>
          <Field>
            <Label isRegular>{words.t('caller')}</Label>
            <Select
              isCompact
              value={values.caller ?? 'all'}
              onChange={(event) => set('caller', event.target.value)}
            >
              {CALLERS.map((caller) => (
                <option key={caller} value={caller}>
                  {words.t(`caller_${caller}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field>
            <Label isRegular>{words.t('endpoint')}</Label>
            <Input
              isCompact
              placeholder="PUT /api/v2/tickets/:id"
              value={values.endpoint ?? ''}
              onChange={(event) => set('endpoint', event.target.value)}
            />
          </Field>
        </>
      )}
      {outcome && 'problem' in outcome && (
        <Message validation="error" role="alert">
          {outcome.problem}
        </Message>
      )}
      {outcome && 'done' in outcome && preset.parameters.length === 0 && (
        <Message validation="success" role="status">
          {words.t('doneAtOnce')}
        </Message>
      )}
      <Button type="submit" size="small" isPrimary style={{ alignSelf: 'flex-start' }}>
        {words.t('switchOn')}
      </Button>
    </Form>
  );
}
