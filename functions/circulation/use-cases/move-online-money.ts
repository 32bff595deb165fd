import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { billStore, saveMoney } from '../data/bill-store.ts';
import { decideOnlineMoney, type OnlineLine, type OnlineMoney } from '../domain/money/online-money.ts';
import { settlements } from './move-money.ts';

/** The payment, the patron (none when erased), its bills, and the writes of the same transaction. */
export type OnlineMove = {
  money: OnlineMoney;
  patronId: string | undefined;
  lines: readonly OnlineLine[];
  alsoWrite: Write[];
};

/**
 * Moves an online payment on its bills, in the ledger and in the patron's debt, in one transaction with the writes of the payment. Returns
 * false when anything has changed since it was read: the caller reads again.
 */
export const moveOnlineMoney = async (
  table: Table,
  { money, patronId, lines, alsoWrite }: OnlineMove,
): Promise<boolean> => {
  const bills = billStore(table);
  const found =
    patronId === undefined
      ? []
      : await Promise.all(lines.map(({ billId }) => bills.get(patronId, billId, { strong: true })));
  const there = found.filter((bill) => bill !== undefined);
  const decided = decideOnlineMoney(money, lines, there);
  const settled = await settlements({ table }, there, decided.moves, { at: money.at, strong: true });
  const beside = { ...settled, writes: [...settled.writes, ...alsoWrite] };
  return saveMoney(table, { patronId: patronId ?? '', bills: there }, decided, beside);
};
