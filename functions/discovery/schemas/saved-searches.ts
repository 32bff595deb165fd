import * as z from 'zod';
import { alerts, savedSearchIdSchema, searchNameSchema } from '../domain/searches/saved-searches.ts';
import { goneRefusal } from './saved-lists.ts';
import { searchQuerySchema, soughtShape } from './search-query.ts';

/** The longest stored query, in characters. */
const LONGEST_STORED = 2000;

const storable = Object.keys(soughtShape).filter((name) => name !== 'portal');

/** Returns a query with its parameters in one order, so that equal searches have equal texts. */
const inOrder = (text: string): string => {
  const parameters = new URLSearchParams(text);
  parameters.sort();
  return parameters.toString();
};

/** Returns the parameters of a saved search; undefined for a text that this version cannot read. */
export const readQuery = (text: string) => {
  const parameters = Object.fromEntries(new URLSearchParams(text));
  if (!Object.keys(parameters).every((name) => storable.includes(name))) return undefined;
  return searchQuerySchema.safeParse(parameters).data;
};

/** The text and filters of a search as in its address: the parameters of `discovery-search` without order, page and library. */
const storedQuerySchema = z
  .string()
  .min(3)
  .max(LONGEST_STORED)
  .refine((text) => readQuery(text) !== undefined, 'This is no search: it has the parameters of the search operation.')
  .overwrite(inOrder);

/** The input of a saved search: how it is called and how often its alert is sent. */
export const searchInput = { name: searchNameSchema, alert: z.enum(alerts) };
export const newSearchSchema = z.strictObject({ ...searchInput, query: storedQuerySchema });

/** A saved search of the patron who makes the request. */
export const savedSearchView = z.strictObject({
  searchId: z.string(),
  ...searchInput,
  query: z.string(),
  createdAt: z.iso.datetime(),
});

export const searchPath = z.strictObject({ searchId: savedSearchIdSchema });

/** The errors of the operations on a patron's own searches. */
export const searchRefusals = {
  ...goneRefusal,
  'unknown-search': { status: 404, meaning: 'The patron who asks has no such search.' },
} as const;

/** An example search for the contracts. */
export const exampleSearch = {
  searchId: 'svs_01kb0000000000000000000000',
  name: 'Gardening',
  query: 'format=book&q=gardening',
  alert: 'weekly' as const,
  createdAt: '2026-03-02T10:00:00.000Z',
};
