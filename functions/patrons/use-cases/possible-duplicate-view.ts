import type * as z from 'zod';
import type { Alike } from '../data/alike-store.ts';
import type { alikeSchema } from '../schemas.ts';

/** Builds a member's view of a possible duplicate. */
export const alikeSeen = ({ other, reasons }: Alike, memberId: string): z.input<typeof alikeSchema> => {
  const { patronId, memberId: homeMember, person, card, registeredAt } = other;
  const little = { patronId, homeMember, reasons };
  if (homeMember !== memberId) return little;
  const { name, birthDate } = person;
  return { ...little, name, card, registeredAt, ...(birthDate !== undefined && { birthDate }) };
};
