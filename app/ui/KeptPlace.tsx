import { createContext, type ReactNode, useContext } from 'react';

const PlaceContext = createContext<string | undefined>(undefined);

export interface KeptPlaceProps {
  readonly account: string;
  /** Undefined while the ticket is new. */
  readonly ticketId: number | undefined;
  readonly children: ReactNode;
}

/** Sets apart what is kept for one ticket from what is kept for others. */
export function KeptPlace({ account, ticketId, children }: KeptPlaceProps) {
  return <PlaceContext.Provider value={`${account}:${ticketId ?? 'new'}`}>{children}</PlaceContext.Provider>;
}

/** @throws Error outside a {@link KeptPlace} */
export function useKeptPlace(): string {
  const place = useContext(PlaceContext);
  if (place === undefined) throw new Error('wrap this component in a KeptPlace');
  return place;
}
