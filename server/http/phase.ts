/** Where the service is in its life. */
export type Phase =
  | { readonly name: 'starting'; readonly waitingFor: string }
  | { readonly name: 'ready' }
  | { readonly name: 'stopping' };
