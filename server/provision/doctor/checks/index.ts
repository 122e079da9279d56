import type { Check } from '../types.ts';
import { app } from './app.ts';
import { calendar } from './calendar.ts';
import { clock } from './clock.ts';
import { closing } from './closing.ts';
import { fields } from './fields.ts';
import { foreignRulesCheck } from './foreign-rules.ts';
import { macroActions } from './macro-actions.ts';
import { macroText } from './macro-text.ts';
import { notification } from './notification.ts';
import { objects } from './objects.ts';
import { openPoints } from './open-points.ts';
import { ordinaryAgent } from './ordinary-agent.ts';
import { scopes } from './scopes.ts';
import { seat } from './seat.ts';
import { service } from './service.ts';
import { survey } from './survey.ts';
import { sweep } from './sweep.ts';
import { tagging } from './tagging.ts';
import { triggerOrder } from './trigger-order.ts';
import { webhook } from './webhook.ts';
import { webhookSecret } from './webhook-secret.ts';

/** In the order in which they are shown: what others need comes first. */
export const CHECKS: readonly Check[] = [
  scopes,
  seat,
  clock,
  service,
  sweep,
  calendar,
  webhook,
  webhookSecret,
  objects,
  fields,
  triggerOrder,
  foreignRulesCheck,
  closing,
  survey,
  notification,
  macroText,
  macroActions,
  tagging,
  ordinaryAgent,
  app,
  openPoints,
];
