import type { Account } from '../account/account.ts';
import type { UserRecord, Via } from '../account/records.ts';

/** Words that people use for Zendesk's channels. Calls of Zendesk Talk are `voice`. */
const ALIASES: Readonly<Record<string, string>> = {
  phone: 'voice',
  phone_call_inbound: 'voice',
  mail: 'email',
  web_form: 'web',
  web_service: 'api',
  messaging: 'native_messaging',
};

/** The `via` of something that came in by a channel, with the source Zendesk gives it. */
export function channelVia(name: string, from?: { account: Account; requester: UserRecord }): Via {
  const channel = ALIASES[name] ?? name;
  const source: Via['source'] = { from: {}, to: {}, rel: null };
  if (from && channel === 'email') {
    const { name: company, subdomain } = from.account.settings;
    source.from = { address: from.requester.email, name: from.requester.name };
    source.to = { address: `support@${subdomain}.zendesk.com`, name: company };
  }
  if (from && channel === 'voice') {
    const phone = from.requester.phone ?? '';
    source.from = { phone, formatted_phone: phone, name: from.requester.name };
    source.to = {
      phone: '',
      formatted_phone: '',
      name: from.account.settings.name,
      brand_id: [...from.account.brands.keys()][0] ?? null,
    };
    source.rel = 'inbound';
  }
  return { channel, source };
}
