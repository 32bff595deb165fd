import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { ReportDeps } from '../deps.ts';
import type { ReportInput } from '../domain/reports/loan-report.ts';

/** The number of members read in parallel. */
const AT_ONCE = 10;

/** Reads the rows of a report on one member, or on all of them, for the months from the first to the last (`YYYY-MM`). */
export const readLoanReport = async (
  { reports, directory }: ReportDeps,
  { from, to, memberId }: { from: string; to: string; memberId?: string | undefined },
): Promise<ReportInput> => {
  if (memberId !== undefined) {
    const [borrowed, lent] = await Promise.all([
      reports.asRequester(memberId, from, to),
      reports.asSupplier(memberId, from, to),
    ]);
    return { from, to, memberId, borrowed, lent };
  }
  const members = (await directory()).map((member) => member.memberId);
  const [borrowed, lent] = await Promise.all([
    mapInBatches(members, AT_ONCE, (one) => reports.asRequester(one, from, to)),
    mapInBatches(members, AT_ONCE, (one) => reports.asSupplier(one, from, to)),
  ]);
  return { from, to, borrowed: borrowed.flat(), lent: lent.flat() };
};

/** Selects every row of a report once: the requests of members, and those of partners to them. */
export const rowsOf = ({ borrowed, lent, memberId }: ReportInput) => [
  ...borrowed,
  ...lent.filter(({ requester }) => memberId !== undefined || isPartner(requester)),
];
