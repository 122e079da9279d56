import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useTelling } from '../shared/use-telling.ts';

/** What the ombudsman had asked for has been sent: its date is met. */
export function CaseFileSentForm({ reading: { language }, onClose }: ActionProps) {
  const { say } = language;
  const { tell, ...telling } = useTelling();
  const submit = (): void =>
    void tell(
      { complaint: { event: 'noted', topic: 'case_file_sent' }, note: say('referral.fileNote') },
      onClose,
    );
  return (
    <ActionForm
      title={say('referral.fileTitle')}
      text={say('referral.fileText')}
      submit={say('referral.fileSubmit')}
      onSubmit={submit}
      onCancel={onClose}
      {...telling}
    />
  );
}
