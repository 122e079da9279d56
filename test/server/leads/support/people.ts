import type { SeedFile } from '../../../sandbox/index.ts';

export const PRIYA = 12;
export const TOM = 13;
/** An agent in the leads' group, one with the leads' role. */
export const LEA = 14;
export const ROLA = 15;
/** A light agent in the leads' group. */
export const LOU = 16;
export const SUE = 17;
export const EVE = 21;
/** The leads' group, and that of everybody else. */
export const [LEADS, CARE] = [91, 92];

/** An account with a person for each way to be let in or not. */
export const SEED: SeedFile = {
  account: {
    subdomain: 'probe',
    name: 'Probe',
    locale: 'en-GB',
    timezone: 'Europe/London',
    plan: 'enterprise',
  },
  groups: [
    { id: LEADS, name: 'Complaint leads' },
    { id: CARE, name: 'Care' },
  ],
  custom_roles: [
    { id: 701, name: 'Light agent', role_type: 1, configuration: { light_agent: true } },
    { id: 702, name: 'Team lead' },
    { id: 703, name: 'Only own', configuration: { ticket_access: 'assigned-only' } },
  ],
  users: [
    { id: 11, name: 'Seat', email: 'seat@probe.example', role: 'admin', group_ids: [CARE], service: true },
    { id: PRIYA, name: 'Priya', email: 'priya@probe.example', role: 'admin', group_ids: [CARE] },
    { id: TOM, name: 'Tom', email: 'tom@probe.example', role: 'agent', group_ids: [CARE] },
    { id: LEA, name: 'Lea', email: 'lea@probe.example', role: 'agent', group_ids: [CARE, LEADS] },
    {
      id: ROLA,
      name: 'Rola',
      email: 'rola@probe.example',
      role: 'agent',
      group_ids: [CARE],
      custom_role_id: 702,
    },
    {
      id: LOU,
      name: 'Lou',
      email: 'lou@probe.example',
      role: 'agent',
      group_ids: [LEADS],
      custom_role_id: 701,
    },
    {
      id: SUE,
      name: 'Sue',
      email: 'sue@probe.example',
      role: 'agent',
      group_ids: [LEADS],
    },
    { id: EVE, name: 'Eve', email: 'eve@mail.example', role: 'end-user' },
  ],
};
