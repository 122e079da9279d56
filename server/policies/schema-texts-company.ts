import { letter, offset, type SchemaText, text, web } from './schema-text.ts';

/** What a policy file says of the company. */
export const COMPANY_TEXTS: Readonly<Record<string, SchemaText>> = {
  company: text('What the letters say of the company.'),
  'company.name': letter('The company, as customers know it.', 'Example Ltd'),
  'company.complaintFormUrl': web('The address of the online form for complaints.'),
  'company.postalAddress': text('Where letters go, line by line, as on an envelope.'),
  'company.postalAddress[]': letter('One line of the address.', '1 Example Street'),
  'company.appealEmail': text('Where an appeal may be sent besides a reply.', 'appeals@example.com'),
  'company.ombudsman': text('The dispute body that a customer may turn to when no agreement is found.'),
  'company.ombudsman.name': text('Its name by language: English and German at least.'),
  'company.ombudsman.name.en': letter('Its name in English.', 'Communications Ombudsman'),
  'company.ombudsman.name.de': letter('Its name in German.', 'Schlichtungsstelle'),
  'company.ombudsman.name.es': letter(
    'Its name in Spanish; English where left out.',
    'Defensor de las comunicaciones',
  ),
  'company.ombudsman.name.fr': letter(
    'Its name in French; English where left out.',
    'Médiateur des communications électroniques',
  ),
  'company.ombudsman.name.nl': letter(
    'Its name in Dutch; English where left out.',
    'Ombudsman voor telecommunicatie',
  ),
  'company.ombudsman.url': web('Its website.'),
  'company.ombudsman.note': text(
    'What the letters say of it besides, by language: English and German at least.',
  ),
  'company.ombudsman.note.en': letter('What they say in English.', 'Taking part is voluntary.'),
  'company.ombudsman.note.de': letter('What they say in German.', 'Die Teilnahme ist freiwillig.'),
  'company.ombudsman.note.es': letter(
    'What they say in Spanish; English where left out.',
    'La participación es voluntaria.',
  ),
  'company.ombudsman.note.fr': letter(
    'What they say in French; English where left out.',
    'La participation est volontaire.',
  ),
  'company.ombudsman.note.nl': letter(
    'What they say in Dutch; English where left out.',
    'Deelname is vrijwillig.',
  ),
  'company.ombudsman.after': offset(
    'How long after the complaint was first made the customer may go there without the company’s leave.',
    '6 weeks',
  ),
  'company.ombudsman.until': offset(
    'How long after the ADR letter the customer may go there at the latest.',
    '12 months',
  ),
  'company.ombudsman.contact': text('Where else it is reached: post, telephone, e-mail, line by line.'),
  'company.ombudsman.contact[]': letter('One line of it.', 'Telephone 0000 000 0000'),
  'company.dataProtectionAuthority': text(
    'Whom a customer may turn to who is not content with how personal data was handled.',
  ),
  'company.dataProtectionAuthority.name': text('Its name by language: English and German at least.'),
  'company.dataProtectionAuthority.name.en': letter('Its name in English.', 'Information Commissioner'),
  'company.dataProtectionAuthority.name.de': letter('Its name in German.', 'Datenschutzaufsicht'),
  'company.dataProtectionAuthority.name.es': letter(
    'Its name in Spanish; English where left out.',
    'Autoridad de protección de datos',
  ),
  'company.dataProtectionAuthority.name.fr': letter(
    'Its name in French; English where left out.',
    'Autorité de protection des données',
  ),
  'company.dataProtectionAuthority.name.nl': letter(
    'Its name in Dutch; English where left out.',
    'Autoriteit Persoonsgegevens',
  ),
  'company.dataProtectionAuthority.url': web('Its website.'),
};
