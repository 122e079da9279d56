/** A person to be added, from what was typed: an address, a name, or `Name <address>`. Undefined for nothing. */
export function newPersonIn(text: string): { name: string; email?: string } | undefined {
  const typed = text.trim();
  if (typed.length < 2) return undefined;
  const [, name, email] = /^(.*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>$/.exec(typed) ?? [];
  if (email !== undefined) return { name: name || nameOf(email), email };
  return /^[^\s@]+@[^\s@]+$/.test(typed) ? { name: nameOf(typed), email: typed } : { name: typed };
}

/** As Zendesk names somebody of whom only the address is known: `grace.bennett@…` is "Grace Bennett". */
function nameOf(email: string): string {
  const [local = email] = email.split('@');
  return local
    .split(/[._+-]+/)
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(' ');
}
