import type { PatronData } from '../../patrons/public/patron-data.ts';
import { joinLists, returnLists } from '../data/saved-list-store.ts';
import { joinSearches, returnSearches } from '../data/saved-search-store.ts';

/**
 * Moves saved lists and searches when a patron is merged. The lists move last, so that a list of the surviving patron always has its
 * titles.
 */
export const patronData: PatronData = {
  returnedRows: { patronLists: { find: returnLists }, savedSearches: { find: returnSearches } },
  ownRows: {
    patronLists: { move: ({ table, from, to }) => joinLists(table, from, to.patronId), order: 'last' },
    savedSearches: { move: ({ table, from, to }) => joinSearches(table, from, to.patronId) },
  },
};
