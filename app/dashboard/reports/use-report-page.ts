import { useState } from 'react';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { download } from '../parts/download.ts';

/** The page in the new window is held to the same policy as this one, which takes style rules by their nonce. */
const withNonce = (html: string, nonce: string | undefined): string =>
  nonce ? html.replace(/<style\b/g, `<style nonce="${nonce}"`) : html;

/** Opens a page of the service in a window of its own, to be printed, or saves it. */
export function useReportPage() {
  const { api, language, nonce, onFailure } = useBoard();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function fetchPage(path: string, use: (html: string) => void, give: () => void): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      const response = await api.response({ path });
      use(await response.text());
    } catch (error) {
      give();
      onFailure(error);
      setFailure(failureText(error, language.say));
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    failure,
    async open(path: string): Promise<void> {
      // At once, while the click still counts: a window that is opened later is held back by the browser.
      const target = window.open('', '_blank');
      if (!target) return setFailure(language.say('report.blocked'));
      const show = (html: string): void => {
        const page = new Blob([withNonce(html, nonce)], { type: 'text/html;charset=utf-8' });
        target.location.replace(URL.createObjectURL(page));
      };
      await fetchPage(path, show, () => target.close());
    },
    async save(path: string, name: string): Promise<void> {
      const keep = (html: string): void =>
        download(new Blob([html], { type: 'text/html;charset=utf-8' }), name);
      await fetchPage(path, keep, () => undefined);
    },
  };
}
