import type { SendFile } from '../ticket/uploads.ts';
import { RestError } from './rest-error.ts';
import { uploadShape } from './shapes-set-up.ts';

/** Uploads by XMLHttpRequest, because `fetch` does not tell how far a body has got. Answers with Zendesk's token. */
export function createUploader(newRequest: () => XMLHttpRequest): SendFile {
  return async (file, { progress, signal }) =>
    await new Promise((resolve, reject) => {
      const request = newRequest();
      request.open('POST', `/api/v2/uploads.json?filename=${encodeURIComponent(file.name)}`);
      request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total);
      });
      request.addEventListener('error', () => reject(new RestError(0, undefined)));
      request.addEventListener('abort', () => reject(new Error('aborted')));
      request.addEventListener('load', () => {
        const body = parsed(request.responseText);
        const upload = uploadShape.safeParse(body);
        if (request.status < 300 && upload.success) resolve(upload.data.upload.token);
        else reject(new RestError(request.status, body));
      });
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
