import type { SelectingDeps } from '../deps.ts';
import { type FiscalYear, holdsPerCopyOf } from '../domain/fiscal-year.ts';
import { onOrderOf, titleKeyOf } from '../domain/on-order.ts';
import type { Line, Order } from '../domain/order.ts';
import { isDuplicate } from '../domain/selecting.ts';
import { demandFor, type Looking } from './title-of.ts';

/** The first title of an order that is a duplicate; otherwise the versions of what is on order of its titles, as they were judged. */
type Judged = { duplicate: Line } | { versions: ReadonlyMap<string, number> };

/** Judges the titles of an order that is to be placed by what the libraries have and ordered of them, and by their holds. */
export const judgeDuplicates = async (
  deps: SelectingDeps,
  { lines }: Order,
  year: Pick<FiscalYear, 'holdsPerCopy'> | undefined,
  looking: Looking,
): Promise<Judged> => {
  const copies = onOrderOf({ lines, state: 'placed' });
  const named = [...copies.keys()].flatMap((key) => lines.find((line) => titleKeyOf(line) === key) ?? []);
  const found = await Promise.all(named.map(async (line) => ({ line, ...(await demandFor(deps, line, looking)) })));
  const duplicate = found.find(({ line, demand }) =>
    isDuplicate(demand, copies.get(titleKeyOf(line) ?? '') ?? 0, holdsPerCopyOf(year)),
  );
  return duplicate
    ? { duplicate: duplicate.line }
    : { versions: new Map(found.flatMap(({ versions }) => [...versions])) };
};
