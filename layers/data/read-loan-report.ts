import { isPartner } from '../domain/resource-sharing/party.ts';
import type { ReportInput } from '../domain/resource-sharing/reports/loan-report.ts';
import { readDirectory } from './directory-store.ts';
import { loanReportStore } from './loan-report-store.ts';
import type { Table } from './table.ts';

/** So many libraries are read side by side. */
const AT_ONCE = 10;

const inTurns = async <T, R>(all: readonly T[], work: (one: T) => Promise<R[]>): Promise<R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))).flat());
  }
  return done;
};

/** The rows of a report on one member, or on all of them: months from the first to the last (`YYYY-MM`). */
export const readLoanReport = async (
  table: Table,
  { from, to, memberId }: { from: string; to: string; memberId?: string | undefined },
): Promise<ReportInput> => {
  const store = loanReportStore(table);
  if (memberId !== undefined) {
    const [borrowed, lent] = await Promise.all([
      store.asRequester(memberId, from, to),
      store.asSupplier(memberId, from, to),
    ]);
    return { from, to, memberId, borrowed, lent };
  }
  const members = (await readDirectory(table)).map((member) => member.memberId);
  const [borrowed, lent] = await Promise.all([
    inTurns(members, (one) => store.asRequester(one, from, to)),
    inTurns(members, (one) => store.asSupplier(one, from, to)),
  ]);
  return { from, to, borrowed, lent };
};

/** Every row of a report once: what members asked, and what partners asked of them. */
export const rowsOf = ({ borrowed, lent, memberId }: ReportInput) => [
  ...borrowed,
  ...lent.filter(({ requester }) => memberId !== undefined || isPartner(requester)),
];
