import type { ItemCirculation } from './item-circulation.ts';

/** The kinds of scan by which an item was seen last. */
export const lastScanKinds = ['checked-out', 'checked-in', 'sent'] as const;
/** When and where an item was scanned last, and by which act. Never by whom or for whom. */
export type LastScan = { did: (typeof lastScanKinds)[number]; at: string; branchId: string };

/** Returns the last scan of an item; undefined for one that was never scanned, or whose scan is no longer stored. */
export const lastScanOf = ({
  loan,
  lastCheckin,
  transit,
}: Pick<ItemCirculation, 'loan' | 'lastCheckin' | 'transit'>): LastScan | undefined => {
  const scans: LastScan[] = [
    ...(lastCheckin ? [{ did: 'checked-in' as const, ...lastCheckin }] : []),
    ...(transit?.sentAt === undefined ? [] : [{ did: 'sent' as const, at: transit.sentAt, branchId: transit.from }]),
    ...(loan ? [{ did: 'checked-out' as const, at: loan.checkedOutAt, branchId: loan.checkoutBranch }] : []),
  ];
  return scans.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1);
};
