import type { Hit, MemberHoldings, RecordPage } from './views.ts';

const membersOf = (holdings: readonly MemberHoldings[]): Hit['members'] =>
  holdings.map(({ memberId, branches }) => {
    const copies = branches.flatMap((branch) => branch.copies);
    return { memberId, copies: copies.length, available: copies.filter(({ state }) => state === 'available').length };
  });

/** Returns the hit of a record's page: for a record that the index does not show (yet) to a viewer who may see its page. */
export const hitOfPage = ({
  recordId,
  description,
  holdings,
}: Pick<RecordPage, 'recordId' | 'description' | 'holdings'>): Hit => {
  const { title, responsibility, author, publishers, year, edition, extent, format, languages, isOnline, isbn13 } =
    description;
  return {
    ...{ recordId, title, publishers, format, languages, isOnline, isbn13, members: membersOf(holdings) },
    ...(responsibility !== '' && { responsibility }),
    ...(author && { author: author.name }),
    ...(year !== undefined && { year }),
    ...(edition !== undefined && { edition }),
    ...(extent !== undefined && { extent }),
  };
};
