import type { Exact } from '../money/exact.ts';
import { byId } from '../money/split.ts';
import type { ChargeCategory } from './bill-line.ts';
import { comparedBy } from './compared.ts';
import type { BillException, KnownBill } from './reconciliation.ts';
import type { BillCell, BillSummary } from './summary.ts';

type Part = { service: string; category: ChargeCategory; cost: Exact };

const nameOf = ({ category, service, meter }: BillCell): string =>
  category === 'usage' && meter !== undefined ? comparedBy[meter].name : service;

const partsOf = ({ cells }: BillSummary): Map<string, Part> => {
  const parts = new Map<string, Part>();
  for (const cell of cells) {
    const { category, cost } = cell;
    const service = nameOf(cell);
    const id = `${service}:${category}`;
    const known = parts.get(id);
    parts.set(id, { service, category, cost: (known?.cost ?? 0n) + cost });
  }
  return parts;
};

const changes = (earlier: BillSummary, { billId, summary: later }: KnownBill): BillException[] => {
  const [before, after] = [partsOf(earlier), partsOf(later)];
  return [...new Set([...before.keys(), ...after.keys()])].toSorted(byId).flatMap((part): BillException[] => {
    const { service, category } = after.get(part) ?? before.get(part) ?? {};
    const difference = (after.get(part)?.cost ?? 0n) - (before.get(part)?.cost ?? 0n);
    if (difference === 0n || service === undefined || category === undefined) return [];
    return [{ id: `restated:${billId}:${part}`, kind: 'restated', service, category, billId, difference }];
  });
};

/** What each bill of a month says otherwise than the one before it, by service and category. Takes them in the order in which they came. */
export const restatements = (bills: readonly KnownBill[]): BillException[] =>
  bills.slice(1).flatMap((bill, at) => {
    const earlier = bills[at];
    return earlier ? changes(earlier.summary, bill) : [];
  });
