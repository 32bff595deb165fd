import { readBill } from '../../../functions/circulation/data/bill-store.ts';
import { readHold } from '../../../functions/circulation/data/hold-store.ts';
import { readItem } from '../../../functions/items/data/item-store.ts';
import { claims, type Hold, isOver } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { readPatronStatus } from '../../../functions/patrons/data/patron-schemas.ts';
import { readHead } from '../../../functions/resource-sharing/data/loan-request-schemas.ts';
import { isSpent } from '../../../functions/resource-sharing/domain/items/reserved-item.ts';
import { isId } from '../../../layers/kernel/identity/id.ts';
import { ledgerEntrySchema } from '../../../layers/records/ledger/domain/entry.ts';

type Row = Record<string, unknown>;

const loanStates = ['on-loan', 'claimed-returned', 'lost', 'lost-and-paid'];

/** The inconsistencies of a copy: its state contradicts its loan, transit or hold. */
export const contradictions = (item: ItemCirculation): string[] => {
  const { itemId, state, loan, transit, hold } = item;
  const wrong: string[] = [];
  if (loanStates.includes(state) !== (loan !== undefined)) wrong.push(`${itemId} is ${state}`);
  if ((state === 'in-transit') !== (transit?.sentAt !== undefined))
    wrong.push(`${itemId} is ${state}, its journey not`);
  if ((state === 'paged' || state === 'on-hold-shelf') && hold === undefined) wrong.push(`${itemId} waits for nobody`);
  return wrong;
};

const columns = ['pk', 'sk', 'gsi4pk', 'gsi4sk', 'entity', 'v', 'schema'];

const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))) as Row;

const groupsOf = (loans: readonly (readonly string[])[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const group of loans.flat()) counted[group] = (counted[group] ?? 0) + 1;
  return counted;
};

const some = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, many]) => many !== 0));

/** The totals of the ledger's entries: debits less credits, and the patrons' debts. */
const booked = (entries: readonly Row[]): { all: number; owed: number } => {
  const lines = entries.flatMap((entry) => ledgerEntrySchema.parse(plain(entry)).lines);
  const sum = (some: typeof lines) =>
    some.reduce((total, { side, amount }) => total + (side === 'debit' ? amount : -amount), 0);
  return { all: sum(lines), owed: sum(lines.filter(({ account }) => account === 'patron-receivables')) };
};

// The hold of a request's copy is the request itself.
const waits = (hold: Hold): boolean => !isOver(hold) && !isId('loan-request', hold.holdId);

/** The requests that count among holds: until the copy is fetched at a desk, even before the request is updated. */
const countingRequests = (rows: readonly Row[], holds: readonly Hold[]): { patronId: string }[] =>
  rows.map(readHead).flatMap(({ head: { requestId, patron }, counted }) => {
    const hold = holds.find(({ holdId }) => holdId === requestId);
    return counted && patron && !isSpent(hold) ? [patron] : [];
  });

/** The counters of patrons' lists, and the titles in them. */
const miscounted = (lists: readonly Row[], titles: readonly Row[]): string[] =>
  lists.flatMap(({ pk, lists: stored, titles: inAll }) => {
    const own = titles.filter((title) => title.pk === pk);
    const stated = Object.entries(stored as Record<string, { titles: number }>).map(([listId, list]) => [
      listId,
      list.titles,
    ]);
    const wrong = stated.filter(([listId, many]) => own.filter((title) => title.listId === listId).length !== many);
    return wrong.length > 0 || inAll !== own.length
      ? [`lists count ${JSON.stringify(stated)}, ${inAll}, have ${own.length}`]
      : [];
  });

/**
 * Recounts a whole table: copies are consistent, patrons' counters match their loans, holds and bills, a hold's copy matches the
 * hold (one copy per hold, one hold per copy), lists match their contents, and the ledger sums to zero. Returns descriptions of
 * the violations.
 */
export const recount = (rows: readonly Row[]): string[] => {
  const of = (entity: string): Row[] => rows.filter((row) => row.entity === entity);
  const items = of('item').map(readItem);
  const holds = of('hold').map(readHold);
  const bills = of('patronBill').map(readBill);
  const requests = countingRequests(of('loanRequest'), holds);
  const wrong = items.flatMap(contradictions);
  for (const { patronId, counters } of of('patronStatus').map(readPatronStatus)) {
    const loans = items.flatMap(({ loan }) => (loan?.patronId === patronId && loan.lost?.paid !== true ? [loan] : []));
    const stated = { loans: counters.loans, holds: counters.holds, owed: counters.owed, ...some(counters.perGroup) };
    const counted = {
      loans: loans.length,
      holds: [...holds.filter(waits), ...requests].filter((one) => one.patronId === patronId).length,
      owed: bills.reduce((sum, bill) => sum + (bill.patronId === patronId ? bill.open : 0), 0),
      ...groupsOf(loans.map(({ groups = [] }) => groups)),
    };
    if (JSON.stringify(stated) !== JSON.stringify(counted))
      wrong.push(`${patronId} counts ${JSON.stringify(stated)}, has ${JSON.stringify(counted)}`);
  }
  for (const hold of holds) {
    const copies = items.filter(({ itemId, hold: claim }) => claims(hold, itemId) && claim?.holdId === hold.holdId);
    const wants = ['targeted', 'in-transit', 'on-shelf'].includes(hold.state) ? 1 : 0;
    if (copies.length !== wants) wrong.push(`${hold.holdId} is ${hold.state} with ${copies.length} copies`);
  }
  wrong.push(...miscounted(of('patronLists'), of('savedTitle')));
  const receivable = booked(of('ledgerEntry'));
  const open = bills.reduce((sum, bill) => sum + bill.open, 0);
  if (receivable.all !== 0) wrong.push(`the ledger sums to ${receivable.all}`);
  if (receivable.owed !== open) wrong.push(`patrons owe ${receivable.owed} by the ledger, ${open} by their bills`);
  return wrong;
};
