import * as z from 'zod';
import type { LentBetween } from '../domain/item-circulation.ts';

/** Follows the request's id when a library outside the consortium owns the item. */
const BORROWED = ' b';

/** Packs the interlibrary loan of an item into one text, as its record has 1 KB. */
export const packRequest = ({ requestId, borrowed }: LentBetween): string => `${requestId}${borrowed ? BORROWED : ''}`;

const unpack = (text: string): LentBetween =>
  text.endsWith(BORROWED) ? { requestId: text.slice(0, -BORROWED.length), borrowed: true } : { requestId: text };

/** Decodes a packed interlibrary loan. */
export const storedRequest = z.string().transform(unpack);
