import { place } from '../../../places.ts';
import { link, mailLink, REFERENCE, strong } from '../../html.ts';
import type { DecisionProse } from '../words.ts';

const PUT_RIGHT = 'what we will do to put it right, who will do it and by when';
const THANKS = 'Thank you for telling us what went wrong.';

export const decision: DecisionProse = {
  response: {
    opening: `This is our formal response to your complaint, reference number ${REFERENCE}.`,
    complaint: 'Your complaint',
    complaintPlace: 'your complaint as we have understood it, point by point',
    decision: 'Our decision',
    reasons: 'Our reasons',
    reasonsPlace: 'what we have found, and why we have decided this, for each point',
    doing: 'What we will do',
    disagree: 'If you disagree',
    outcomes: {
      upheld: {
        decision: `${strong('We uphold your complaint.')} You were right to complain, and we are sorry for what went wrong.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      partly_upheld: {
        decision: `${strong('We uphold your complaint in part:')} ${place('which points are right, and which are not')} We are sorry for what went wrong.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      not_upheld: {
        decision: `${strong('We do not uphold your complaint.')} We know that this is not the answer you hoped for.`,
        doing: 'what we will do for you all the same; or: why there is nothing to be done',
        thanks: 'Thank you for giving us the opportunity to look into it.',
      },
    },
  },
  waysOn: {
    appeal: ({ appealEmail, addressLine }) =>
      `If you do not agree with this response, you have the right to appeal. Reply to this message${
        appealEmail ? `, write to ${mailLink(appealEmail)}` : ''
      } or send a letter to ${addressLine}, and tell us what you disagree with and why. Please quote the reference number {{ticket.id}}. Your complaint will then be reviewed by somebody who has not dealt with it before.`,
    ombudsman: ({ name, url, after }) =>
      `If we cannot agree, you can take your complaint to the ${name}, which is independent of us and free of charge for you: ${link(url)}.${
        after
          ? ` You can do so ${after} after you first complained to us, or earlier if we write to you that we cannot agree.`
          : ''
      }`,
    ombudsmanPlace: 'the ombudsman who can be turned to: name, address, when',
  },
  appealAcknowledgement: {
    opening: `You have told us that you do not agree with our response to your complaint, reference number ${REFERENCE}. We have received your appeal.`,
    review: `Somebody who has not dealt with your complaint before will review it. You will hear from us by ${place('date')}.`,
    add: 'If you want to add something, just reply to this message. We still have everything you have sent us; you do not need to send it again.',
  },
  appealOutcome: {
    opening: `You asked us to review your complaint, reference number ${REFERENCE}. I had not dealt with it before. This is the outcome.`,
    appeal: 'Your appeal',
    appealPlace: 'what you do not agree with, point by point',
    decisionPlace: 'whether our first decision stands, or what changes',
    reasonsPlace: 'what we have looked at again and found, for each point',
    doingPlace: 'what we will do, who will do it and by when; or: why there is nothing to be done',
    final: 'This is our final answer to your complaint.',
  },
  adrLetter: {
    opening: `This is about your complaint, reference number ${REFERENCE}. It has not been settled to your satisfaction. We are sorry about that.`,
    stand: 'Where we are',
    standPlace: 'what we have done or offered so far, and why there is no agreement yet',
    now: 'What you can do now',
    body: ({ name }) =>
      `You can now take your complaint to the ${strong(name)}. It is independent of us, and it is free of charge for you.`,
    until: ({ until }) =>
      `Please do so ${strong(`within ${until} of the date of this letter`)}: after that it may no longer look at your complaint.`,
    bodyPlace:
      'the ombudsman: name, website, address; free of charge and independent; until when it can be asked',
    enough:
      'The number {{ticket.id}} and this letter are all you need from us. If we are asked for anything else, we will provide it.',
  },
};
