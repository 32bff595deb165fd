import * as z from 'zod';
import { personNameSchema } from '../../patrons/public/person-name-schema.ts';

/** A patron on a list for staff of the patron's home library: the name that the patron uses, and the card. */
export const namedPatronSchema = z.strictObject({ name: personNameSchema, card: z.string() });

export type NamedPatron = z.infer<typeof namedPatronSchema>;

export const exampleNamedPatron: NamedPatron = { name: { family: 'Okafor', given: 'Amara' }, card: '21101000000016' };
