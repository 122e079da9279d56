import type { Account } from '../account/account.ts';
import type { FieldOption, FieldRecord, FormRecord } from '../account/records.ts';
import { fillDynamicContent } from '../liquid/dynamic-content.ts';
import { apiUrl } from './url.ts';

const STATUS_OPTIONS = ['new', 'open', 'pending', 'hold', 'solved'];

export function presentField(account: Account, field: FieldRecord): Record<string, unknown> {
  const { custom_field_options, tag, ...rest } = field;
  const own: Record<string, unknown> = {
    url: apiUrl(account, `ticket_fields/${field.id}`),
    ...rest,
    title: fillDynamicContent(account, field.raw_title, account.settings.locale),
    raw_description: field.description,
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
  return {
    url: apiUrl(account, `ticket_forms/${form.id}`),
    ...form,
    raw_name: form.name,
    raw_display_name: form.display_name,
    in_all_brands: true,
    restricted_brand_ids: [],
    deleted_at: null,
  };
}
