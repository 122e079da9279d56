import { useEffect, useState } from 'react';
import { z } from 'zod/mini';
import { postalAddressIn } from '../../../../domain/text/postal-address.ts';
import { useSidebar } from '../../SidebarContext.tsx';

const userSchema = z.object({
  user: z.object({
    name: z.string(),
    details: z.nullish(z.string()),
    notes: z.nullish(z.string()),
    user_fields: z.nullish(z.record(z.string(), z.unknown())),
  }),
});

/** Names that accounts give to the fields of an address, in the order in which an envelope has them. */
const PARTS = [
  /^(postal_?)?(address|anschrift|adresse)/,
  /street|stra(ss|ß)e/,
  /postcode|post_code|zip|plz/,
  /city|town|ort$|stadt/,
];

function fromFields(fields: Readonly<Record<string, unknown>>): string {
  const texts = PARTS.map(
    (part) => Object.entries(fields).find(([key]) => part.test(key.toLowerCase()))?.[1],
  );
  return texts.filter((text) => typeof text === 'string' && text.trim() !== '').join('\n');
}

/** Where the letter goes to, as far as customer and ticket tell; empty where nothing does, undefined until read. */
export function useAddress(): string | undefined {
  const { host, ticket } = useSidebar();
  const { requesterId, description } = ticket;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const inTicket = postalAddressIn(description) ?? '';
    if (requesterId === undefined) return setAddress(inTicket);
    let alive = true;
    host.request({ path: `/api/v2/users/${requesterId}.json` }).then(
      (answer) => {
        const parsed = userSchema.safeParse(answer);
        if (!alive || !parsed.success) return alive ? setAddress(inTicket) : undefined;
        const { name, details, notes, user_fields } = parsed.data.user;
        const known =
          fromFields(user_fields ?? {}) || (postalAddressIn(`${details ?? ''}\n\n${notes ?? ''}`) ?? '');
        if (known === '') return setAddress(inTicket || name);
        return setAddress(known.startsWith(name) ? known : `${name}\n${known}`);
      },
      () => alive && setAddress(inTicket),
    );
    return () => {
      alive = false;
    };
  }, [host, requesterId, description]);
  return address;
}
