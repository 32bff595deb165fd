import * as z from 'zod';
import type { Alike } from '../data/alike-store.ts';
import { likenessReasons } from '../domain/likeness.ts';
import { personNameSchema } from '../domain/person.ts';

/** Who decides on duplicates. */
export const mergeRoles = ['desk-supervisor', 'member-admin'] as const;

/** A patron who may be the same person. Of another library's only which one it is: what more is seen there, a look-up by the card says. */
export const alikeSchema = z.strictObject({
  patronId: z.string(),
  homeMember: z.string(),
  reasons: z.array(z.enum(likenessReasons)),
  name: personNameSchema.optional(),
  birthDate: z.string().optional(),
  card: z.string().optional(),
  registeredAt: z.string().optional(),
});

/** A patron found alike, as a member sees it. */
export const alikeSeen = ({ other, reasons }: Alike, memberId: string): z.input<typeof alikeSchema> => {
  const { patronId, memberId: homeMember, person, card, registeredAt } = other;
  const little = { patronId, homeMember, reasons };
  if (homeMember !== memberId) return little;
  const { name, birthDate } = person;
  return { ...little, name, card, registeredAt, ...(birthDate !== undefined && { birthDate }) };
};

export const exampleAlike = {
  patronId: 'pat_01kaw5v7n0000000000000001z',
  homeMember: 'riverton',
  reasons: ['name-and-birth-date' as const],
  name: { family: 'Okafor', given: 'Amara' },
  birthDate: '1987-03-14',
  card: '21101000000024',
  registeredAt: '2026-03-02T10:00:00.000Z',
};
