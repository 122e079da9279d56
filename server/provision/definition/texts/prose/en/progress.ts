import { NEW_DATE_PLACES } from '../../../../../../domain/letter-places.ts';
import { place } from '../../../places.ts';
import { link, REFERENCE } from '../../html.ts';
import type { ProgressProse } from '../words.ts';

export const progress: ProgressProse = {
  statusUpdate: {
    opening: `This is the update we promised you on your complaint, reference number ${REFERENCE}.`,
    found: 'Where we are',
    foundPlace: 'what we have found so far',
    open: 'What is still open',
    openPlace: 'what we are still checking, and with whom',
    need: 'What we need from you',
    needPlace: 'what would help us, or: nothing at the moment',
    response: ({ within }) =>
      `You will get our formal response within ${within.response} of our first update.`,
  },
  extension: {
    opening: `We are still working on your complaint, reference number ${REFERENCE}, and it is taking longer than we told you. We are sorry about that.`,
    why: 'Why it is taking longer',
    whyPlace: 'the reason: what we are waiting for, and since when',
    when: 'When you will hear from us',
    until: `You will have our answer by ${place(NEW_DATE_PLACES.en)}.`,
    meanwhile: 'What we will do until then',
    meanwhilePlace: 'the next steps',
  },
  behaviour: {
    opening: `We are looking into your complaint, reference number ${REFERENCE}, and will continue to do so. We understand that you are upset. This message is not about your complaint itself, but about the way we were spoken to.`,
    happened: 'What happened',
    happenedPlace: 'what was said or written, when and to whom, in plain words',
    respect:
      'The people who work for us should be able to do so without being insulted or threatened. Please keep this in mind when you call or write to us.',
    again: 'If it happens again',
    consequence:
      'We may then end a call, or ask you to write to us instead. Your complaint will be answered in any case.',
    support:
      'If you find it hard to write to us, or if you need support, please tell us: we will find a way.',
  },
  dataProtection: {
    heading: 'Your personal data',
    text: ({ company, authority }) =>
      `If any part of your complaint (reference number {{ticket.id}}) is about how ${company} has handled your personal data, you can also turn to the data-protection authority, free of charge and at any time: ${
        authority ? `${authority.name}, ${link(authority.url)}.` : place('the authority: name and website')
      } You do not need to wait until the rest of your complaint is settled.`,
  },
};
