import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** The most codes that a list names: it is part of the directory, which every page reads. */
const MOST = 100;

const isOnce = (list: readonly { code: string }[]): boolean =>
  new Set(list.map(({ code }) => code)).size === list.length;

const namedCodes = z
  .array(z.strictObject({ code: oneLine(60), name: oneLine(60) }))
  .max(MOST)
  .refine(isOnce, 'Each code is named once.');

/**
 * The names of a member's shelving locations and item types for patrons, by the codes of its items. A code without a name is shown as it
 * is. `v` counts the changes: 0 before the first.
 */
export const shelvingNamesSchema = z.strictObject({
  v: z.int().min(0),
  locations: namedCodes,
  itemTypes: namedCodes,
});
export type ShelvingNames = z.infer<typeof shelvingNamesSchema>;
