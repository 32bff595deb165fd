import type { Bill, Done } from '../../../circulation/desk/use-patron-view.ts';

/** A payment, waiver or refund as its receipt says it, with its time. */
export type Receipt = Done & { at: string };

const acts: readonly string[] = ['paid', 'waived', 'paid-out', 'set-off'] satisfies Done['did'][];
const isAct = (did: string): did is Done['did'] => acts.includes(did);
const raises: readonly string[] = ['charged', 'disputed', 'paid-out', 'set-off'];

/** Returns the receipts of these bills, the newest first: an act on several bills has one. */
export const receiptsOf = (bills: readonly Bill[]): Receipt[] => {
  const receipts = new Map<string, Receipt>();
  for (const { billId, currency, lines } of bills) {
    let open = 0;
    for (const { at, did, amount, receiptNumber, means } of lines) {
      open += raises.includes(did) ? amount : -amount;
      if (receiptNumber === undefined || !isAct(did)) continue;
      const known = receipts.get(receiptNumber);
      const more = {
        amount: (known?.amount ?? 0) + amount,
        lines: [...(known?.lines ?? []), { billId, amount, open }],
      };
      receipts.set(receiptNumber, { at, did, receiptNumber, currency, ...(means !== undefined && { means }), ...more });
    }
  }
  return [...receipts.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1));
};
