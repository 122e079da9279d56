/** A locale as Zendesk's validator takes it: `en`, `en-gb`, `es-419`. */
export const VALID_LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
