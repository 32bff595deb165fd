import type { QueryClient } from '@tanstack/react-query';
import { workPrefix } from '../../../api/forget-person.ts';
import type { Paper } from './desk-types.ts';
import { forNextPatron } from './papers.ts';

type Slip = Extract<Paper, { kind: 'slip' }>;

/** Where the papers of a desk stay while another page is open, and its waiting slips when the page is loaded again. */
export type StoredPapers = {
  read(): Paper[];
  write(papers: Paper[]): void;
  /** Takes the slips from before the page was loaded again: those that name a patron come without, and are to be read again. */
  takeUnread(): Slip[];
};

/** Returns the slips that wait, without the patron: the tab stores ids only. */
const withoutPatrons = (papers: readonly Paper[]): (Slip & { named: boolean })[] =>
  papers.flatMap((paper) => {
    if (paper.kind !== 'slip' || paper.state !== 'waiting') return [];
    const { heldFor, ...checkIn } = paper.checkIn;
    const { patronId: _, outcome: __, ...row } = paper.row;
    return [{ ...paper, row, checkIn, named: heldFor !== undefined }];
  });

/**
 * Returns the papers of a branch's desk: in memory until the user signs out. Waiting slips wait further, also when the page is loaded again.
 */
export const storedPapers = (client: QueryClient, branchId: string): StoredPapers => {
  const queryKey = ['desk-papers', branchId];
  const place = `${workPrefix}slips:${branchId}`;
  client.setQueryDefaults(['desk-papers'], { gcTime: Number.POSITIVE_INFINITY });
  const inMemory = () => client.getQueryData<Paper[]>(queryKey);
  // Written by this page, in this form.
  const inTab = (): ReturnType<typeof withoutPatrons> => JSON.parse(sessionStorage.getItem(place) ?? '[]');
  return {
    read: () => forNextPatron(inMemory() ?? inTab().flatMap(({ named, ...slip }) => (named ? [] : [slip]))),
    write: (papers) => {
      client.setQueryData(queryKey, papers);
      sessionStorage.setItem(place, JSON.stringify(withoutPatrons(papers)));
    },
    takeUnread: () => (inMemory() ? [] : inTab().flatMap(({ named, ...slip }) => (named ? [slip] : []))),
  };
};
