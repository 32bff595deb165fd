import type { PatronData } from '../../patrons/public/patron-data.ts';
import { joinLists } from '../data/saved-list-store.ts';

/** Saved lists, when a patron is merged. They move last: whoever sees a list at the survivor finds its titles there. */
export const patronData: PatronData = {
  ownRows: { patronLists: { move: ({ table, from, to }) => joinLists(table, from, to.patronId), order: 'last' } },
};
