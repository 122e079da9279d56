import { useEffect, useRef } from 'react';
import type { App } from '../../api/control.ts';
import { useWorkspace } from '../../state/workspace.ts';

interface SignedPage {
  isWanted: boolean;
  app: App;
  page: URL;
  /** The name of the frame. */
  guid: string;
}

/** Loads a page into a frame as Zendesk loads `signedUrls`: by posting a form with a token that tells who asks. */
export function useSignedPage({ isWanted, app, page, guid }: SignedPage): void {
  const { control, notify } = useWorkspace();
  const isSent = useRef(false);
  useEffect(() => {
    if (!isWanted || isSent.current) return;
    isSent.current = true;
    control
      .signedToken(app.id)
      .then((token) => postForm(page, guid, token))
      .catch((error: unknown) => notify({ text: String(error), kind: 'error', duration: undefined }));
  }, [isWanted, app, page, guid, control, notify]);
}

function postForm(page: URL, target: string, token: string): void {
  const form = document.createElement('form');
  form.method = 'POST';
  form.action = page.href;
  form.target = target;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'token';
  field.value = token;
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
}
