/** Zendesk's numbers for channels, as the conditions `via_id` and `current_via_id` compare them. */
export const VIA_IDS: Readonly<Record<string, number>> = {
  web: 0,
  email: 4,
  api: 5,
  rule: 8,
  web_widget: 48,
  mobile_sdk: 49,
  helpcenter: 50,
  sample_ticket: 51,
  any_channel: 55,
  mobile: 56,
  sms: 57,
  chat: 29,
  twitter: 30,
  closed_ticket: 31,
  facebook: 38,
  voice: 45,
  native_messaging: 75,
};

/** The id of a channel as text; `5` (web service) for one without a number here. */
export function viaId(channel: string): string {
  return String(VIA_IDS[channel] ?? 5);
}
