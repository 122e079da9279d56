/** Zendesk's names of conversations, in which an e-mail address is neither known nor needed. */
const MESSAGING =
  /chat|messag|whatsapp|facebook|instagram|twitter|telegram|viber|line|wechat|kakao|slack|sms|sunshine|any_channel/;

/** Whether a ticket of this `via.channel` is a conversation, where a comment by API may not reach the customer. */
export function isMessaging(channel: string): boolean {
  return MESSAGING.test(channel);
}
