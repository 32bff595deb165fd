import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { netPositions, nettingEntries, transfersOf } from '../../../layers/records/ledger/domain/netting.ts';
import type { Netting } from '../schemas/netting.ts';

/** Calculates a month's netting from the current ledger. Throws when its entries cannot be booked, which is a bug. */
export const calculateNetting = async (ledger: LedgerStore, month: string): Promise<Netting> => {
  const entries = await ledger.all(month);
  const positions = netPositions(entries);
  const booked = entries.filter(({ kind }) => kind === 'netting-settled');
  const proposed = nettingEntries(month, positions).map((made): LedgerEntry => {
    if ('refused' in made) throw new Error(`A netting cannot be booked: ${made.refused[0]?.detail}`);
    return made;
  });
  const posted = booked.length > 0;
  return { month, positions, transfers: transfersOf(positions), postings: posted ? booked : proposed, posted };
};
