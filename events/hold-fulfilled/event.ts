import { itemFactSchema } from '../fact.ts';

/** A hold was fulfilled: its patron has the item. */
export const event = { version: 1, meaning: 'The patron of a hold has the copy.', schema: itemFactSchema } as const;
