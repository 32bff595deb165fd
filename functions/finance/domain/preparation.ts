import * as z from 'zod';
import { actSchema } from '../../../layers/kernel/identity/act.ts';

/**
 * The fields of every record that one person prepares and another approves. `seal` is the SHA-256 of the content, which an approver
 * names; `preparers` are all who ever prepared it, none of whom may approve it; `v` counts its writes.
 */
export const preparedFields = {
  seal: z.string(),
  prepared: actSchema,
  preparers: z.array(z.string()),
  approved: actSchema.exactOptional(),
  v: z.int(),
};

/** Returns all preparers of a record, including the current one. */
export const preparersWith = (before: { preparers: readonly string[] } | undefined, by: string): string[] => [
  ...new Set([...(before?.preparers ?? []), by]),
];
