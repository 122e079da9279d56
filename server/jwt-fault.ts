import { errors } from 'jose';

/** How far the clocks of Zendesk and of this machine may differ. */
export const TOLERANCE_SECONDS = 30;
/** Zendesk's tokens hold for about a minute; one that holds for longer was made by somebody else. */
export const LONGEST_SECONDS = 600;
/** They have a few hundred characters. */
export const MOST_CHARACTERS = 4_096;

export type JwtFault = 'token_invalid' | 'token_expired' | 'token_not_yet_valid';

/** What is wrong with a token, by what jose says of it. @throws the error itself where it is no token's fault */
export function jwtFault(error: unknown): JwtFault {
  if (!(error instanceof errors.JOSEError)) throw error;
  if (error instanceof errors.JWTExpired) return 'token_expired';
  const tooEarly =
    error instanceof errors.JWTClaimValidationFailed &&
    error.claim === 'nbf' &&
    error.reason === 'check_failed';
  return tooEarly ? 'token_not_yet_valid' : 'token_invalid';
}
