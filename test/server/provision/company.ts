import type { Company } from '../../../domain/company.ts';
import { promisesOf } from '../../../server/provision/index.ts';
import { readPolicy } from '../../support/policy.ts';

/** What ASK4's published policy promises. */
export const PROMISES = promisesOf(await readPolicy('policies/ask4.yaml'));

/** A company with everything that a letter can mention. */
export const COMPANY: Company = {
  name: 'Fibre & Sons',
  complaintFormUrl: 'https://fibre.example/complaints?lang=en&from=letter',
  postalAddress: ['Fibre & Sons Complaints', '1 High Street', 'Sheffield S1 1AA'],
  appealEmail: 'appeals@fibre.example',
  ombudsman: {
    name: { en: 'Communications Ombudsman', de: 'Communications Ombudsman' },
    url: 'https://ombudsman.example',
    after: { amount: 6, unit: 'weeks' },
    until: { amount: 12, unit: 'months' },
    contact: ['PO Box 1 & 2, Warrington', 'Telephone 0330 000 0000'],
  },
  dataProtectionAuthority: {
    name: { en: 'Information Commissioner', de: 'Datenschutzaufsicht' },
    url: 'https://authority.example/complain',
  },
};

/** The same with what is optional left out. */
export const BARE_COMPANY: Company = {
  name: 'ASK4',
  complaintFormUrl: 'https://ask4.example/complaints',
  postalAddress: ['ASK4 Complaints', 'Sheffield'],
};
