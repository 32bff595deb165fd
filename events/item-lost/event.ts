import { itemFactSchema } from '../fact.ts';

/** A loan was declared lost. */
export const event = { version: 1, meaning: 'A loan was declared lost.', schema: itemFactSchema } as const;
