import { createHash } from 'node:crypto';

const LENGTH = 20;

/**
 * By what a library outside knows the patron of a request (ISO 18626 patronInfo/patronId): the same whenever it hears of this
 * request, and another for each request and each partner, so that nobody can join what one patron reads. It cannot be
 * turned back: a patron's id holds 80 random bits, and goes for good when the patron is erased.
 */
export const patronPseudonym = (patronId: string, about: { partnerId: string; requestId: string }): string =>
  `p${createHash('sha256').update(`${about.partnerId} ${about.requestId} ${patronId}`).digest('hex').slice(0, LENGTH)}`;
