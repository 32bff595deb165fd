import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SelectingDeps } from '../deps.ts';
import { holdsPerCopyOf } from '../domain/fiscal-year.ts';
import { proposedCopies } from '../domain/selecting.ts';
import { thisYear } from './this-year.ts';
import { demandFor, type Looking } from './title-of.ts';

type Named = { isbn?: string | undefined; recordId?: string | undefined };

/** Shows what all libraries have and ordered of a title, and how many holds wait for it. */
export const showDuplicates = async (deps: SelectingDeps, { isbn, recordId }: Named, looking: Looking) => {
  if (isbn === undefined && recordId === undefined) return refuse('unnamed-title', 'Name an ISBN or a record.');
  const named = { ...(isbn !== undefined && { isbn }), ...(recordId !== undefined && { recordId }) };
  const [year, { title, libraries, demand }] = await Promise.all([
    thisYear(deps, looking),
    demandFor(deps, named, looking),
  ]);
  return answer({
    ...(title && { recordId: title.recordId, title: title.name }),
    ...{ holds: demand.holds, libraries, proposed: proposedCopies(demand, holdsPerCopyOf(year)) },
    refused: year?.refusesDuplicates === true,
  });
};
