import { useState } from 'react';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Help, Row, Stack } from '../../../ui/layout.tsx';
import { recordNoted } from '../../record/noted.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { useRequester } from '../../use-requester.ts';
import {
  changeCustomerLanguage,
  LETTER_LANGUAGES,
  type LetterLanguage,
  primary,
} from './customer-language.ts';

/** In which language the reply goes out: the customer's, whatever the agent's is; with the way to change it. */
export function LanguageLine() {
  const { language } = useEnvironment();
  const { say, tag } = language;
  const { host, ticketId } = useSidebar();
  const requester = useRequester();
  const announce = useAnnounce();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState<LetterLanguage>();
  if (!requester) return null;
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const current = changed ?? primary(requester.locale ?? '');
  const nameOf = (code: string): string => names.of(code) ?? code;
  const known = LETTER_LANGUAGES.find((one) => one === current);
  const { id } = requester;

  const choose = (wanted: LetterLanguage): void =>
    void action.run(async () => {
      if (id === undefined) return;
      await changeCustomerLanguage(host, id, wanted);
      setChanged(wanted);
      setOpen(false);
      const note = say('response.languageNote', { language: nameOf(wanted) });
      announce(note);
      await recordNoted(host, ticketId, { topic: 'language', with: { language: wanted }, note });
    });

  return (
    <Stack $gap={8}>
      <Help style={{ textAlign: 'left' }}>
        {current === ''
          ? say('response.languageUnknown')
          : say(known ? 'response.language' : 'response.languageOther', { language: nameOf(current) })}{' '}
        {id === undefined ? null : (
          <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('response.languageChange')}
          </LinkButton>
        )}
      </Help>
      {open ? (
        <>
          <Row role="group" aria-label={say('response.languageLegend')} style={{ flexWrap: 'wrap' }}>
            {LETTER_LANGUAGES.map((code) => (
              <LinkButton
                key={code}
                aria-pressed={code === known}
                disabled={action.busy || code === known}
                onClick={() => choose(code)}
              >
                {nameOf(code)}
              </LinkButton>
            ))}
          </Row>
          <Help style={{ textAlign: 'left' }}>{say('response.languageHelp')}</Help>
        </>
      ) : null}
      <Failure text={action.failure} />
    </Stack>
  );
}
