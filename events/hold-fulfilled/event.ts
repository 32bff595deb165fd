import { itemFactSchema } from '../fact.ts';

/** The patron of a hold has the copy. */
export const event = { version: 1, meaning: 'The patron of a hold has the copy.', schema: itemFactSchema } as const;
