import { Close, Notification, useToast } from '@zendeskgarden/react-notifications';
import { useEffect } from 'react';
import { useWords, useWorkspace } from '../state/workspace.ts';

/** Shows short messages at the corner of the page. */
export function Notices() {
  const { onNotice } = useWorkspace();
  const { addToast } = useToast();
  const words = useWords();
  const closeLabel = words.t('close');
  useEffect(
    () =>
      onNotice(({ text, kind, duration }) => {
        addToast(
          ({ close }) => (
            <Notification type={kind} role={kind === 'error' ? 'alert' : 'status'}>
              {text}
              <Close aria-label={closeLabel} onClick={close} />
            </Notification>
          ),
          { placement: 'top', autoDismiss: duration ?? false },
        );
      }),
    [onNotice, addToast, closeLabel],
  );
  return null;
}
