import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import type { ItemStore } from '../../items/public/item-store.ts';
import type { Isils } from '../domain/isils.ts';
import { withLiveHoldings } from '../domain/live-holdings.ts';
import type { HarvestedRecord } from '../domain/oai-pmh/write-oai.ts';

/** The dependencies of adding holdings: the state of copies, the ISILs of members, and the calendars of branches. */
export type HoldingDeps = {
  items: Pick<ItemStore, 'getMany'>;
  isils: Isils;
  calendarOf: (branchId: string) => Promise<BranchCalendar | undefined>;
};

/** Adds to the MARCXML of some records, for SRU and OAI-PMH alike, the copies that the public may see, as they stand now. */
export const addHoldings = async <T extends HarvestedRecord | undefined>(
  { items, isils, calendarOf }: HoldingDeps,
  records: readonly T[],
): Promise<T[]> => {
  const copies = records.flatMap((record) => record?.forms?.holdings ?? []);
  const ids = copies.flatMap(({ itemId }) => itemId ?? []);
  const [circulation, isilOf] = await Promise.all([items.getMany(ids), isils()]);
  const byId = new Map(circulation.map((item) => [item.itemId, item]));
  const lending = [...new Set(circulation.flatMap(({ loan }) => loan?.checkoutBranch ?? []))];
  const calendars = new Map(
    await Promise.all(lending.map(async (branch) => [branch, await calendarOf(branch)] as const)),
  );
  const known = {
    dueDayOf: ({ due, checkoutBranch }: { due: string; checkoutBranch: string }) => {
      const calendar = calendars.get(checkoutBranch);
      return calendar ? dayInZone(calendar.timeZone, due) : due.slice(0, 10);
    },
    isilOf: (memberId: string) => isilOf.get(memberId),
    circulationOf: (itemId: string) => byId.get(itemId),
  };
  return records.map((record) => {
    if (!record?.forms) return record;
    const { forms } = record;
    return { ...record, forms: { ...forms, marcxml: withLiveHoldings(forms.marcxml, forms.holdings, known) } };
  });
};
