/** A stand-in Zendesk account in one process: REST, rules, webhooks and a clock that can be moved. */
export type { SentMail } from './account/account.ts';
export type { SandboxClock } from './clock.ts';
export type { AppPackage, InstalledApp } from './control/app-packages.ts';
export type { HostContext, SandboxUser } from './host-router.ts';
export type { FaultEffect, FaultHook, Faults } from './http/faults.ts';
export type { RequestLogEntry } from './http/request-log.ts';
export type { SeedComment, SeedFile, SeedTicket, SeedUser } from './seed/seed-file.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './start.ts';
export type { WebhookDelivery } from './webhooks/deliverer.ts';
export { sign } from './webhooks/signature.ts';
