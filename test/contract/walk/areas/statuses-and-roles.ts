import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const customStatuses: Area = async (walk) => {
  const custom_status = { status_category: 'pending', agent_label: 'With the engineer', active: true };
  const made = await walk.step('POST /custom_statuses', { body: { custom_status } });
  const at = { id: numberAt(made, 'custom_status.id') };
  await walk.step('GET /custom_statuses');
  await walk.step('GET /custom_statuses/:id', { at });
  await walk.step('PUT /custom_statuses/:id', {
    at,
    body: { custom_status: { agent_label: 'Visit booked' } },
  });
  await walk.step('PUT /tickets/:id', { at: { id: 101 }, body: { ticket: { custom_status_id: at.id } } });
  await walk.step('PUT /custom_status/default', { body: { ids: String(at.id) } });
  const spare = { custom_status: { ...custom_status, agent_label: 'Not used' } };
  const other = await walk.step('POST /custom_statuses', { body: spare });
  await walk.step('DELETE /custom_statuses/:id', { at: { id: numberAt(other, 'custom_status.id') } });
};

export const customRoles: Area = async (walk) => {
  const custom_role = { name: 'Reader', configuration: { ticket_access: 'all', ticket_editing: false } };
  const made = await walk.step('POST /custom_roles', { body: { custom_role } });
  const at = { id: numberAt(made, 'custom_role.id') };
  await walk.step('GET /custom_roles');
  await walk.step('GET /custom_roles/:id', { at });
  await walk.step('PUT /custom_roles/:id', { at, body: { custom_role: { description: 'Reads only' } } });
  await walk.step('DELETE /custom_roles/:id', { at });
};
