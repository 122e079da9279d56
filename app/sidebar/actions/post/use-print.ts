import { useEnvironment } from '../../../ui/Environment.tsx';
import { loadWholeLanguage } from '../../../ui/language.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useRequester } from '../../use-requester.ts';
import { primary } from '../respond/customer-language.ts';
import { printLetter } from './print-letter.ts';

export interface Printed {
  readonly title: string;
  readonly address: string;
  readonly text: string;
}

/** Prints a letter with what heads it; false where the browser opens no window for it. */
export function usePrint(): (letter: Printed) => Promise<boolean> {
  const { environment, ticketId, policy } = useSidebar();
  const { now } = useEnvironment();
  const requester = useRequester();
  return async ({ title, address, text }) => {
    // The letter speaks the customer's language, not the agent's; where there are no texts in it, all is English.
    const language = await loadWholeLanguage(requester?.locale ?? environment.locale);
    const company = policy?.company;
    const head =
      environment.letterhead ??
      [company?.name ?? environment.company ?? '', ...(company?.postalAddress ?? [])].join('\n');
    const date = new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: environment.zone });
    return printLetter({
      lang: primary(language.tag),
      title,
      letterhead: head.split('\n'),
      address: address.split('\n'),
      date: date.format(now()),
      reference: language.say('post.reference', { id: String(ticketId) }),
      paragraphs: text.split(/\n{2,}/),
    });
  };
}
