import type { Words } from './note-words.ts';

export const ENGLISH: Words = {
  to: ({ assignee, group }) =>
    assignee
      ? `For ${assignee}:`
      : group
        ? `Nobody is assigned. For the group ${group}:`
        : 'Nobody is assigned. For the team:',
  duty: {
    acknowledged: 'acknowledgement',
    updated: 'status update',
    responded: 'formal response',
    adr_letter_sent: 'ADR letter',
    appeal_acknowledged: 'acknowledgement of the appeal',
    appeal_responded: 'response to the appeal',
    decided: 'case file for the ombudsman',
  },
  todo: {
    acknowledged:
      'Please acknowledge the complaint: open Complaint Clock beside this ticket and choose "Write acknowledgement".',
    updated:
      'Please write to the customer: open Complaint Clock beside this ticket and choose "Write status update".',
    responded:
      'Please answer the complaint: open Complaint Clock beside this ticket and choose "Write formal response".',
    adr_letter_sent:
      'This limit is set by the regulator and can not be extended. Please tell the customer in writing that the complaint can be taken to the ombudsman, or close the complaint if it is settled.',
    appeal_acknowledged: 'Please tell the customer that the appeal has arrived.',
    appeal_responded:
      'Please answer the appeal. It must not be decided by whoever wrote the formal response.',
    decided:
      'The date was set by the ombudsman. Please send the case file, then record that in Complaint Clock.',
  },
  dueSoon: (duty, when, todo) => `The ${duty} is due ${when}. ${todo}`,
  ofOther: (home) => `About the other complaint on this ticket, which began on ticket #${home}:`,
  endOfDay: (date) => `by the end of ${date}`,
  atTime: (date, time) => `on ${date} at ${time}`,
  late: (when) =>
    `This complaint was recorded after its acknowledgement was due (${when}). It was acknowledged at once, late.`,
  refused: (policy) =>
    `${policy.company.name} takes complaints by online form or letter, not this way, so no acknowledgement was sent. ` +
    `The customer can complain at ${policy.company.complaintFormUrl} or by letter to ${policy.company.postalAddress.join(', ')}. ` +
    'Please tell the customer: open Complaint Clock beside this ticket and choose "Insert “how to complain”". If an exception is called for, record it in Complaint Clock.',
  onDay: (date) => `on ${date}`,
  moved: (duty, from, to, because) =>
    `The ${duty} is due ${to} by now, no longer ${from}. Why: ${because.join('; ')}.`,
  movedByPolicy: (before, after) => `version ${after} of the policy holds instead of version ${before}`,
  post: 'This customer has no e-mail address, so the acknowledgement has to go by post. Print the letter, post it, and record the date of posting in Complaint Clock.',
  restored:
    'The tag "formal_complaint" had been taken off and was put back, because the deadlines go on. If this is not a complaint, or was withdrawn, please say so in Complaint Clock. If the tag is taken off again it stays off, and a team lead decides.',
  goesOnHere: (from) =>
    `Ticket #${from} was merged into this one. It holds a formal complaint, which goes on here: its dates stay as they were promised.`,
  takenBack:
    'The receipt of this complaint was taken back by a correction. Its dates, tags and clock were taken off this ticket; what was written to the customer stays as it is. If it is a complaint after all, record it again.',
  mark: {
    recorded_long_ago:
      'No acknowledgement was sent by itself, because the complaint was recorded too long ago. Please check, and acknowledge it by hand.',
    not_end_user:
      'No acknowledgement was sent, because the requester of this ticket is not a customer. Please set the right requester, or acknowledge by hand.',
    other_requester:
      'No acknowledgement was sent, because the complaint came from somebody else than the requester of this ticket. Please acknowledge it to whoever complained.',
    suspended:
      'No acknowledgement was sent, because the customer is suspended in Zendesk. Please decide how to acknowledge.',
    messaging:
      'No acknowledgement was sent by itself, because this is a messaging conversation. Please acknowledge in the conversation.',
    requester_cap:
      'No acknowledgement was sent, because this customer has had several today already. Please check whether these are complaints of their own.',
    burst:
      'No acknowledgement was sent, because unusually many complaints were recorded in a few minutes. Please check, and acknowledge by hand.',
    macro_missing:
      'No acknowledgement was sent, because the acknowledgement macro is missing. Please acknowledge by hand and have the macro restored (npm run provision -- apply).',
    placeholder_left:
      'No acknowledgement was sent, because a placeholder of the acknowledgement macro stayed unfilled. Please acknowledge by hand and have the macro corrected.',
    not_delivered:
      'The acknowledgement stands on this ticket, but Zendesk mailed it to nobody. Please check the trigger that notifies the requester, and tell the customer.',
    tag_removed_twice:
      'The tag "formal_complaint" was taken off a second time and is left off. A team lead has to decide: a complaint, withdrawn, or none after all.',
    solved_with_open_duty:
      'This ticket was solved although a promise to the customer is still open. Please open it again and keep it, or say why it ends.',
    event_refused:
      'Something recorded on this complaint can not be right and does not count. Please check it and record it as it should be.',
    metadata_unreadable:
      'An update of this ticket carries complaint data that can not be read, and does not count. Please record it again in Complaint Clock.',
    received_in_future:
      'The complaint was recorded as received in the future. The time of recording counts instead. Please correct the time of receipt.',
    same_handler:
      'The appeal was answered by the person who wrote the formal response. The policy asks for somebody else: please have it looked at again.',
    fields_refused:
      'Zendesk does not take all of the fields that Complaint Clock writes on this ticket, so they may not agree with the deadlines. Please have the fields and their options restored (npm run provision -- apply).',
    two_complaints:
      'Two complaints go on on this ticket, because one was merged into the other. The dates shown are those of the older one; the other has dates of its own, on the list of cases; you are warned of both. Please answer both.',
    tickets_left_out:
      'More tickets are merged into this one, or follow it, than Complaint Clock reads. Please check the dates of this complaint by hand.',
    earlier_ticket_gone:
      'A ticket on which this complaint was handled has been deleted. What Complaint Clock knows of it still counts; please check that nothing is missing.',
    value_changed_back:
      'A value that Complaint Clock keeps was changed by hand. It is left as it is now and may not agree with the deadlines.',
  },
};
