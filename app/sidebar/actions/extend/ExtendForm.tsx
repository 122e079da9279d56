import { Help } from '../../../ui/layout.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { dueText } from '../shared/due-text.ts';
import { useRules } from '../shared/use-rules.ts';
import { ExtendFields } from './ExtendFields.tsx';
import { ExtensionByPost } from './ExtensionByPost.tsx';
import { useExtension } from './use-extension.ts';

/** Moves a deadline as far as the policy allows, and tells the customer. */
export function ExtendForm(props: ActionProps) {
  const { reading, byPost, onClose } = props;
  const { say } = reading.language;
  const rules = useRules(reading);
  const extension = useExtension(props, rules);
  const { value, choices, extending, busy, failure, submit, clear } = extension;
  const cancel = (): void => {
    clear();
    onClose();
  };
  const shell = { title: say('extend.title'), onCancel: cancel };
  const doing = { onSubmit: submit, busy, failure };
  if (value.told && byPost) return <ExtensionByPost {...props} told={value.told} onClose={cancel} />;
  if (value.told) {
    const left = { text: say('act.letterLeft'), submit: say('act.insertLetter'), help: say('act.sentLater') };
    return <ActionForm {...shell} {...left} {...doing} />;
  }
  if (choices.length === 0) {
    return (
      <ActionForm {...shell}>
        <Help style={{ textAlign: 'left' }}>{say('extend.none')}</Help>
      </ActionForm>
    );
  }
  const button = extending?.ok
    ? say('extend.submit', { date: dueText(extending.after, reading) })
    : say('extend.submitPlain');
  return (
    <ActionForm {...shell} text={say(byPost ? 'extend.textPost' : 'extend.text')} submit={button} {...doing}>
      <ExtendFields {...props} extension={extension} />
    </ActionForm>
  );
}
