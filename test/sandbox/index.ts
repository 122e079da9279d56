/** A stand-in Zendesk account in one process: REST, rules, webhooks and a clock that can be moved. */
export type { SentMail } from './account/account.ts';
export type { Configuration } from './account/configuration.ts';
export type { SandboxClock } from './clock.ts';
export type { AppPackage, InstalledApp } from './control/app-packages.ts';
export type { Effect, FaultEffect } from './faults/effect.ts';
export type { ActiveFault, FaultHook, Faults } from './faults/faults.ts';
export type { PresetName } from './faults/presets.ts';
export { FaultError } from './faults/read-rule.ts';
export type { FaultMatch, FaultRule } from './faults/rule.ts';
export type { HostContext, SandboxUser } from './host-router.ts';
export type { RequestLogEntry } from './http/request-log.ts';
export type { ListedRoute } from './http/route.ts';
export type { SeedComment, SeedFile, SeedTicket, SeedUser } from './seed/seed-file.ts';
export { seedFaults } from './seed/seed-schema.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './start.ts';
export type { WebhookDelivery } from './webhooks/deliverer.ts';
export { sign } from './webhooks/signature.ts';
