import * as z from 'zod';
import { savedListIdSchema } from '../domain/lists/saved-lists.ts';

/** Permits only the patron who owns the lists: staff may not see what a patron reads. */
export const ownLists = [{ who: 'patron' }] as const;

/** A list of the patron who makes the request. */
export const savedListSchema = z.strictObject({
  listId: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  /** The number of titles saved; of two whose records were merged since only one is shown. */
  titles: z.number().int().min(0),
});

/** The token in the link of a shared list. */
export const listTokenSchema = z.string().regex(/^[\w-]{43}$/);
export const exampleToken = 'p4Yq8sVb1nXc6Zr0LwKe3TjUm9GdHa2FiOo5BkNvCxQ';

/** The list, and the title in it, in a path. */
export const listPath = z.strictObject({ listId: savedListIdSchema });
export const titlePath = z.strictObject({ listId: savedListIdSchema, recordId: z.string().regex(/^[\w-]{1,64}$/) });

/** The errors of the operations on a patron's own lists, and on one of them. */
export const goneRefusal = { gone: { status: 410, meaning: 'This patron is no longer here.' } } as const;
export const listRefusals = {
  ...goneRefusal,
  'unknown-list': { status: 404, meaning: 'The patron who asks has no such list.' },
} as const;
export const nameRefusal = {
  'list-name-taken': { status: 409, meaning: 'The patron has a list of this name already.' },
} as const;

/** An example list for the contracts. */
export const exampleList = {
  listId: 'svl_01kb0000000000000000000000',
  name: 'For the summer',
  createdAt: '2026-03-02T10:00:00.000Z',
  titles: 1,
};
