import { type Schema, schemasIn } from './oas-check.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/**
 * Where the description leaves out most of what real replies hold, the part it names elsewhere is put in.
 * @param schemas the description's schemas; the result replaces single ones
 */
export function mended(schemas: Record<string, Schema>): Record<string, Schema> {
  return {
    ...schemas,
    // A result is the whole record, as Zendesk's page on search shows; the description names what all kinds share.
    SearchResultObject: {
      ...schemas.SearchResultObject,
      anyOf: ['TicketObject', 'UserObject', 'GroupObject', 'OrganizationObject'].map(ref),
    },
    // One rating and one suspended mail come by themselves, as clients read them; the description shows lists. [?]
    SatisfactionRatingResponse: { properties: { satisfaction_rating: ref('SatisfactionRatingObject') } },
    SuspendedTicketsResponse: {
      ...schemas.SuspendedTicketsResponse,
      properties: {
        suspended_tickets: { type: 'array', items: ref('SuspendedTicketObject') },
        suspended_ticket: ref('SuspendedTicketObject'),
      },
    },
    // "Returns the ticket object as it would be": the description names a few of its properties.
    MacroApplyTicketResponse: {
      allOf: [
        schemas.MacroApplyTicketResponse,
        {
          properties: { result: { properties: { ticket: { allOf: [ref('TicketObject')] } } } },
        },
      ].flatMap((schema) => schemasIn([schema])),
    },
  };
}
