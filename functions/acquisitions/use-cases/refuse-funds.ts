import { type FundPosting, idleFund, overSpent } from '../domain/posting.ts';

/** Returns sums as parameters of a refusal. */
export const moneyParams = (amounts: Record<string, number>, currency: string) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, { amount, currency }]));

/** Refuses postings that a fund does not accept in its state, or whose limit they would exceed at any level. */
export const refuseFunds = (asked: readonly FundPosting[], currency: string) => {
  const idle = idleFund(asked);
  if (idle) {
    const detail = `${idle.code} is ${idle.state}.`;
    return { refused: [{ code: 'fund-takes-no-invoices' as const, detail, params: { fund: idle.code } }] };
  }
  const over = overSpent(asked);
  if (!over) return undefined;
  const { fund, ...sums } = over;
  const detail = `${fund.code} allows ${over.most} more in minor units; ${over.asked} are asked.`;
  const params = { fund: fund.code, ...moneyParams(sums, currency) };
  return { refused: [{ code: 'fund-overspent' as const, detail, params }] };
};
