import type { Account } from '../account/account.ts';
import type { FieldOption, FieldRecord, FormRecord } from '../account/records.ts';
import { fillDynamicContent } from '../liquid/dynamic-content.ts';
import { apiUrl } from './url.ts';

const STATUS_OPTIONS = ['new', 'open', 'pending', 'hold', 'solved'];

export function presentField(account: Account, field: FieldRecord): Record<string, unknown> {
  const { custom_field_options, tag, ...rest } = field;
  const say = (text: string): string => fillDynamicContent(account, text, account.settings.locale);
  const own: Record<string, unknown> = {
    url: apiUrl(account, `ticket_fields/${field.id}`),
    ...rest,
    title: say(field.raw_title),
    description: say(field.description),
    raw_description: field.description,
    title_in_portal: say(field.title_in_portal),
    raw_title_in_portal: field.title_in_portal,
    tag,
    sub_type_id: null,
  };
  if (['tagger', 'multiselect'].includes(field.type))
    own.custom_field_options = custom_field_options.map((o) => presentOption(account, o));
  if (field.type === 'status') {
    own.system_field_options = STATUS_OPTIONS.map((value) => ({
      name: value.charAt(0).toUpperCase() + value.slice(1),
      value,
    }));
    own.sub_type_id = 0;
  }
  return own;
}

export function presentOption(account: Account, option: FieldOption): Record<string, unknown> {
  return { ...option, name: fillDynamicContent(account, option.raw_name, account.settings.locale) };
}

export function presentForm(account: Account, form: FormRecord): Record<string, unknown> {
  const say = (text: string): string => fillDynamicContent(account, text, account.settings.locale);
  return {
    url: apiUrl(account, `ticket_forms/${form.id}`),
    ...form,
    name: say(form.name),
    display_name: say(form.display_name),
    raw_name: form.name,
    raw_display_name: form.display_name,
    in_all_brands: true,
    restricted_brand_ids: [],
    deleted_at: null,
  };
}
