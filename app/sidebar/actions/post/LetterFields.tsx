import { Field, Textarea } from '@zendeskgarden/react-forms';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { failureText } from '../../failure-text.ts';
import type { Post } from './use-post.ts';

interface LinesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxRows: number;
  readonly onChange: (value: string) => void;
  readonly fault: string | undefined;
}

function LinesField({ label, value, maxRows, onChange, fault }: LinesFieldProps) {
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Textarea
        isCompact
        minRows={3}
        maxRows={maxRows}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(fault ? { validation: 'error' as const } : {})}
      />
      {fault ? <Field.Message validation="error">{fault}</Field.Message> : null}
    </Field>
  );
}

export interface LetterFieldsProps {
  readonly post: Post;
  /** In words. */
  readonly faults: { readonly address: string | undefined; readonly text: string | undefined };
  /** Something was changed: the fault may be mended. */
  readonly onChange: () => void;
}

/** Address and text of the letter; the text is the macro's, for the agent to finish. */
export function LetterFields({ post, faults, onChange }: LetterFieldsProps) {
  const { say } = useEnvironment().language;
  return (
    <>
      <LinesField
        label={say('post.to')}
        value={post.address}
        maxRows={6}
        fault={faults.address}
        onChange={(address) => {
          post.kept.change({ address });
          onChange();
        }}
      />
      <LinesField
        label={say('post.letter')}
        value={post.text}
        maxRows={10}
        fault={faults.text}
        onChange={(text) => {
          post.write(text);
          onChange();
        }}
      />
      <Failure text={post.letter.error === undefined ? undefined : failureText(post.letter.error, say)} />
    </>
  );
}
