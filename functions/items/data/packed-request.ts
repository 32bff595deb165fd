import * as z from 'zod';
import type { LentBetween } from '../domain/item-circulation.ts';

/** Stands behind the request's id where the item is a library's outside. */
const BORROWED = ' b';

/** The loan between libraries that an item is on, in one word: its record has 1 KB. */
export const packRequest = ({ requestId, borrowed }: LentBetween): string => `${requestId}${borrowed ? BORROWED : ''}`;

const unpack = (text: string): LentBetween =>
  text.endsWith(BORROWED) ? { requestId: text.slice(0, -BORROWED.length), borrowed: true } : { requestId: text };

/** Reads what is stored of it. */
export const storedRequest = z.string().transform(unpack);
