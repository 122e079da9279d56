import { ASKED_ITEMS } from '../../../../../../domain/asked-items.ts';
import { REFERENCE } from '../../html.ts';
import type { ReceiptProse } from '../words.ts';

export const receipt: ReceiptProse = {
  frame: {
    hello: 'Hello,',
    helloName: 'Hello {{ticket.requester.name}},',
    regards: 'Kind regards',
    team: ({ company }) => `The complaints team at ${company}`,
    summary: ASKED_ITEMS.en.summary,
    evidence: ASKED_ITEMS.en,
    next: 'What happens next',
    replyAnyTime: 'If you have a question or want to add something, just reply to this message.',
  },
  acknowledgement: {
    received: `Thank you for writing to us. We have received your formal complaint. Your reference number is ${REFERENCE}.`,
    sorry: 'We are sorry that you have had reason to complain.',
    update: ({ within }) =>
      `We will look into your complaint and write to you with an update within ${within.update} of this message, even if we have not finished by then.`,
    response: ({ within }) =>
      `You will get our formal response within ${within.response} of that update. It will say what we have found, what we will do about it, and what you can do if you disagree.`,
    helps: 'What helps us',
    send: 'We are starting now in any case. If you have any of the following and have not sent it yet, please send it to us:',
    reach: 'How to reach us',
    reply:
      'Just reply to this message: your answer goes straight to the people who are looking into your complaint. You can also write to us by post; please quote the reference number {{ticket.id}}. Our address is:',
  },
  howToComplain: {
    thanks: 'Thank you for telling us what went wrong. We are sorry that you have had reason to complain.',
    inWriting:
      'We take formal complaints in writing, so that we have the matter in your own words and every step is on record. Please choose whichever way suits you:',
    form: 'Online form:',
    post: 'Letter:',
    what: 'What to write',
    happened: 'what happened, and what you would like us to do',
    number: 'the number {{ticket.id}}, so that we can find this conversation',
    anyway: 'Please send it even if you do not have all of this.',
    promises: ({ within }) =>
      `We will confirm within ${within.acknowledgement} that we have received your complaint. Within ${within.update} of that we will send you an update, and within ${within.response} of the update our formal response.`,
    support:
      'If you need support with writing to us, or if your complaint is about your personal data, you do not have to use the form or a letter: just tell us in your reply or when you call.',
  },
  askEvidence: {
    opening: `We are looking into your complaint, reference number ${REFERENCE}. You can help us find out more quickly what happened.`,
    helps: 'What would help us',
    reply:
      'Just reply to us with what you have. If you do not have all of this, please send us what you can.',
    dates: 'We are carrying on in the meantime, and the dates we have promised you still stand.',
  },
};
