/** The largest number of bills of one payment. */
const MOST_BILLS = 10;

/**
 * Spreads an amount in minor units over open bills in their order, as far as each is open. Undefined when it is more than is open of the first ten.
 */
export const spreadPayment = (
  bills: readonly { billId: string; open: number }[],
  amount: number,
): { billId: string; amount: number }[] | undefined => {
  let left = amount;
  const parts: { billId: string; amount: number }[] = [];
  for (const { billId, open } of bills) {
    const part = Math.min(Math.max(open, 0), left);
    if (part > 0) parts.push({ billId, amount: part });
    left -= part;
  }
  return left > 0 || parts.length > MOST_BILLS ? undefined : parts;
};
