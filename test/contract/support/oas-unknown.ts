import { type Named, propertiesOf, refOf, Schema, schemasIn } from './oas-check.ts';

/** A property of a reply that the description does not name. */
export interface Unknown {
  /** `TicketObject.colour`: the nearest named schema and the way from it. */
  name: string;
  /** Where in the reply. */
  path: string;
}

interface Place {
  /** Nearest named schema, and the way from there. */
  owner: string;
  path: string;
}

/** Finds properties that no part of a schema names. What is open (`additionalProperties`, no properties at all) takes any. */
export function createUnknownCheck(named: Named) {
  return (schema: Schema, value: unknown): Unknown[] => look([schema], value, { owner: '', path: '' });

  function look(schemas: readonly Schema[], value: unknown, at: Place): Unknown[] {
    const parts = schemas.flatMap(flat);
    const owner = schemas.map(refOf).find((ref) => ref !== undefined) ?? at.owner;
    if (Array.isArray(value)) {
      const items = parts.flatMap((part) => schemasIn([part.items]));
      if (items.length === 0) return [];
      return value.flatMap((item, index) =>
        look(items, item, { owner: `${owner}[]`, path: `${at.path}[${index}]` }),
      );
    }
    const object = Schema.safeParse(value);
    if (!object.success || parts.some((part) => part.additionalProperties)) return [];
    const known = parts.map(propertiesOf);
    if (known.every((properties) => Object.keys(properties).length === 0)) return [];
    return Object.entries(object.data).flatMap(([key, inner]) => {
      const place = { owner: `${owner}.${key}`, path: `${at.path}.${key}` };
      const candidates = known.flatMap((properties) => schemasIn([properties[key]]));
      return candidates.length === 0
        ? [{ name: place.owner, path: place.path }]
        : look(candidates, inner, place);
    });
  }

  /** A schema and all parts it is put together from, references followed. */
  function flat(schema: Schema): Schema[] {
    const ref = refOf(schema);
    if (ref !== undefined) return flat(named(ref));
    const parts = [...schemasIn(schema.allOf), ...schemasIn(schema.oneOf), ...schemasIn(schema.anyOf)];
    return [schema, ...parts.flatMap(flat)];
  }
}
