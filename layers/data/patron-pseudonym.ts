import { createHash } from 'node:crypto';

const LENGTH = 20;

/**
 * By what a library outside knows a patron (ISO 18626 patronInfo/patronId): the same for all requests of a patron to this
 * partner, so that it can see a request made twice, and another for each partner, so that two of them cannot join what they
 * know. It cannot be turned back: a patron's id holds 80 random bits, and goes for good when the patron is erased.
 */
export const patronPseudonym = (patronId: string, partnerId: string): string =>
  `p${createHash('sha256').update(`${partnerId} ${patronId}`).digest('hex').slice(0, LENGTH)}`;
