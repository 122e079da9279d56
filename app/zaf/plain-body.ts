/** Zendesk writes hard spaces as the entity into its plain text. */
export function plainBody(text: string): string {
  return text.replaceAll('&nbsp;', ' ').trim();
}
