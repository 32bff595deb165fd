import type * as z from 'zod';
import type { PossibleDuplicate } from '../data/possible-duplicate-store.ts';
import type { possibleDuplicateSchema } from '../schemas.ts';

/** Returns a member's view of a possible duplicate. */
export const possibleDuplicateView = (
  { other, reasons }: PossibleDuplicate,
  memberId: string,
): z.input<typeof possibleDuplicateSchema> => {
  const { patronId, memberId: homeMember, person, card, registeredAt } = other;
  const little = { patronId, homeMember, reasons };
  if (homeMember !== memberId) return little;
  const { name, birthDate } = person;
  return { ...little, name, card, registeredAt, ...(birthDate !== undefined && { birthDate }) };
};
