/** A text as a part of a regular expression that matches it and nothing else. Whatever is not ours passes through here. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
