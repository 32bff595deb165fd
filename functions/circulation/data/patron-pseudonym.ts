import { createHash } from 'node:crypto';

const LENGTH = 20;

/**
 * Returns the pseudonym of a request's patron for an external library (ISO 18626 patronInfo/patronId): stable for this request, and
 * different for each request and each partner, so that no partner can link one patron's requests. It cannot be reversed: a patron's id
 * contains 80 random bits, and is deleted when the patron is erased.
 */
export const patronPseudonym = (patronId: string, about: { partnerId: string; requestId: string }): string =>
  `p${createHash('sha256').update(`${about.partnerId} ${about.requestId} ${patronId}`).digest('hex').slice(0, LENGTH)}`;
