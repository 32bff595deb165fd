import * as z from 'zod';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { type Actor, patronOf } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { savedListIdSchema } from '../domain/lists/saved-lists.ts';

/** Only the patron whose lists they are: no staff, for what one reads is nobody's business. */
export const ownLists = [{ who: 'patron' }] as const;

/** A list of the patron who asks. */
export const savedListSchema = z.strictObject({
  listId: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  /** How many titles were put in: of two that are one record by now only one is shown. */
  titles: z.number().int().min(0),
});

/** Which list a path names, and which title in it. */
export const listPath = z.strictObject({ listId: savedListIdSchema });
export const titlePath = z.strictObject({ listId: savedListIdSchema, recordId: z.string().regex(/^[\w-]{1,64}$/) });

/** The refusals of all that is done with one's own lists, and with one of them. */
export const goneRefusal = { gone: { status: 410, meaning: 'This patron is no longer here.' } } as const;
export const listRefusals = {
  ...goneRefusal,
  'unknown-list': { status: 404, meaning: 'The patron who asks has no such list.' },
} as const;
export const nameRefusal = {
  'list-name-taken': { status: 409, meaning: 'The patron has a list of this name already.' },
} as const;

/** A list for the contracts. */
export const exampleList = {
  listId: 'svl_01kb0000000000000000000000',
  name: 'For the summer',
  createdAt: '2026-03-02T10:00:00.000Z',
  titles: 1,
};

/** Composes what the lists of patrons need; `ownerOf` gives whose they are, by the id that the patron has now, or nobody. */
export const withLists = (runtime: Runtime) => {
  const table = openTable(runtime);
  const patrons = patronStore(table);
  const ownerOf = async (actor: Actor | undefined): Promise<string | undefined> =>
    (await patrons.status(patronOf(actor).id))?.patronId;
  return { table, ownerOf };
};

export const refuseGone = () => refuse('gone', 'This patron is no longer here.');
export const refuseUnknownList = () => refuse('unknown-list', 'There is no such list.', '/path/listId');
