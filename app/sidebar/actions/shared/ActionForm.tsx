import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Heading, Help, Row, Stack } from '../../../ui/layout.tsx';

export interface ActionFormProps {
  readonly title: string;
  /** What it will do, in a sentence or two. */
  readonly text?: string | undefined;
  readonly children?: ReactNode;
  /** The button's words; without them nothing can be done here, and the form only says why. */
  readonly submit?: string | undefined;
  /** Below the button. */
  readonly help?: string | undefined;
  readonly busy?: boolean;
  readonly failure?: string | undefined;
  readonly onSubmit?: () => void;
  readonly onCancel: () => void;
}

/** The form of an action in the place of the case: its heading takes the focus when it opens. */
export function ActionForm(props: ActionFormProps) {
  const { title, text, children, submit, help, busy = false, failure, onSubmit, onCancel } = props;
  const { say } = useEnvironment().language;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit?.();
  };
  return (
    <Stack as="form" noValidate aria-label={title} onSubmit={send}>
      <div>
        <Row>
          <Heading ref={heading} tabIndex={-1}>
            {title}
          </Heading>
          <LinkButton onClick={onCancel}>{say('common.cancel')}</LinkButton>
        </Row>
        {text ? <Help style={{ textAlign: 'left', marginTop: 4 }}>{text}</Help> : null}
      </div>
      {children}
      <Failure text={failure} />
      {submit ? (
        <Stack $gap={8}>
          <Button isPrimary isStretched type="submit" disabled={busy}>
            {busy ? say('act.saving') : submit}
          </Button>
          {help ? <Help>{help}</Help> : null}
        </Stack>
      ) : null}
    </Stack>
  );
}
