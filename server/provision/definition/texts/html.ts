/** Letters are one line of HTML: Zendesk shows line breaks between elements as gaps. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark);

export const paragraph = (...lines: readonly string[]): string => `<p>${lines.join('<br>')}</p>`;

export const heading = (text: string): string => `<p><strong>${text}</strong></p>`;

export const bullets = (...items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

export const strong = (text: string): string => `<strong>${text}</strong>`;

/** A link that shows its address, so that it also reads well on paper. `url` is escaped already. */
export const link = (url: string): string => `<a href="${url}">${url}</a>`;

export const mailLink = (address: string): string => `<a href="mailto:${address}">${address}</a>`;

export const letter = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('');

/** The ticket's number where it is given as the complaint's reference. */
export const REFERENCE = strong('{{ticket.id}}');

/** Signed by whoever sends the letter. */
export const signature = (regards: string, company: string): string =>
  paragraph(regards, '{{current_user.name}}', company);
