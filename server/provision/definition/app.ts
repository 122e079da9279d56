import type { Company } from '../../../domain/company.ts';

/** The app's name in its manifest, by which its installation is found. */
export const APP_NAME = 'Complaint Clock';

export interface AppSettings {
  readonly company: string;
  readonly service_url: string;
  readonly letterhead: string;
}

/** What the app is told in its installation, besides the secret. The letterhead is printed line by line. */
export const appSettings = (company: Company, publicUrl: string): AppSettings => ({
  company: company.name,
  service_url: publicUrl,
  letterhead: [company.name, ...company.postalAddress].join('\n'),
});
