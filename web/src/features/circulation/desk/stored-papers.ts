import type { QueryClient } from '@tanstack/react-query';
import type { Paper } from './desk-types.ts';
import { forNextPatron } from './papers.ts';

/** Where the papers of a desk stay while another page is open. */
export type StoredPapers = { read(): Paper[]; write(papers: Paper[]): void };

/** Returns the papers of a branch's desk: in memory until the user signs out, which clears the client. Waiting slips wait further. */
export const storedPapers = (client: QueryClient, branchId: string): StoredPapers => {
  const queryKey = ['desk-papers', branchId];
  client.setQueryDefaults(['desk-papers'], { gcTime: Number.POSITIVE_INFINITY });
  return {
    read: () => forNextPatron(client.getQueryData<Paper[]>(queryKey) ?? []),
    write: (papers) => client.setQueryData(queryKey, papers),
  };
};
