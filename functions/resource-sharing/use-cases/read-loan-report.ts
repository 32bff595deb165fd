import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { loanReportStore } from '../data/loan-report-store.ts';
import type { ReportInput } from '../domain/reports/loan-report.ts';

/** So many libraries are read side by side. */
const AT_ONCE = 10;

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
    mapInBatches(members, AT_ONCE, (one) => store.asRequester(one, from, to)),
    mapInBatches(members, AT_ONCE, (one) => store.asSupplier(one, from, to)),
  ]);
  return { from, to, borrowed: borrowed.flat(), lent: lent.flat() };
};

/** Every row of a report once: what members asked, and what partners asked of them. */
export const rowsOf = ({ borrowed, lent, memberId }: ReportInput) => [
  ...borrowed,
  ...lent.filter(({ requester }) => memberId !== undefined || isPartner(requester)),
];
