import type express from 'express';
import { idOf, isObject, listOf, objectOf, textOf } from '../json.ts';
import { presentTicket } from '../present/ticket.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { receiveCall, receiveMail } from '../tickets/inbound.ts';
import { receiveForm } from '../tickets/inbound-form.ts';
import { answer } from './answer.ts';

/** A customer writes, fills in a form or rings: what would come in from outside. */
export function inboundRoutes(router: express.Router, deps: TicketDeps): void {
  router.get('/customers', (_req, res) => {
    const customers = [...deps.account.users.values()].filter(
      (user) => user.role === 'end-user' && user.active,
    );
    res.json({
      customers: customers.map(({ id, name, email, suspended }) => ({ id, name, email, suspended })),
    });
  });
  router.post('/mail', (req, res) => {
    const body = objectOf(req.body);
    const receive = () =>
      receiveMail(deps, {
        from: textOf(body.from) ?? '',
        name: textOf(body.name),
        subject: textOf(body.subject) ?? '',
        body: textOf(body.body) ?? '',
        ticketId: idOf(body.ticket_id),
      });
    answer(res, () => ({ ticket: presentTicket(deps.account, receive()) }), 201);
  });
  router.post('/form', (req, res) => {
    const body = objectOf(req.body);
    const fields = listOf(body.fields)
      .filter(isObject)
      .map(({ id, value }) => ({ id: idOf(id) ?? 0, value }));
    const receive = () =>
      receiveForm(deps, {
        userId: idOf(body.user_id) ?? 0,
        formId: idOf(body.form_id) ?? 0,
        subject: textOf(body.subject) ?? '',
        body: textOf(body.body) ?? '',
        fields,
      });
    answer(res, () => ({ ticket: presentTicket(deps.account, receive()) }), 201);
  });
  router.post('/call', (req, res) => {
    const body = objectOf(req.body);
    const receive = () =>
      receiveCall(deps, {
        userId: idOf(body.user_id) ?? 0,
        summary: textOf(body.summary) ?? '',
        agentId: idOf(body.agent_id),
      });
    answer(res, () => ({ ticket: presentTicket(deps.account, receive()) }), 201);
  });
}
