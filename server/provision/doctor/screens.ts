/** Where a person goes, in the words of Zendesk's screens (Admin Center in English, as of 2026). */
export const SCREENS = {
  oauthClients: 'Admin Center > Apps and integrations > APIs > OAuth clients',
  apps: 'Admin Center > Apps and integrations > Apps > Zendesk Support apps',
  webhooks: 'Admin Center > Apps and integrations > Actions and webhooks > Webhooks',
  triggers: 'Admin Center > Objects and rules > Business rules > Triggers',
  automations: 'Admin Center > Objects and rules > Business rules > Automations',
  fields: 'Admin Center > Objects and rules > Tickets > Fields',
  forms: 'Admin Center > Objects and rules > Tickets > Forms',
  ticketSettings: 'Admin Center > Objects and rules > Tickets > Settings',
  macros: 'Admin Center > Workspaces > Agent tools > Macros',
  dynamicContent: 'Admin Center > Workspaces > Agent tools > Dynamic content',
  members: 'Admin Center > People > Team > Team members',
  roles: 'Admin Center > People > Team > Roles',
} as const;

export const APPLY = 'Run npm run provision -- apply.';
