import { factSchema } from '../fact.ts';

/** A hold was placed. */
export const event = { version: 1, meaning: 'A hold was placed.', schema: factSchema } as const;
