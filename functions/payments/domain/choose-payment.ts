import type { PaymentLine } from './online-payment.ts';
import { accountFor, type PaymentAccount } from './payment-account.ts';
import { toProvider } from './provider-amount.ts';

/** A bill that may be paid: `open` in minor units. */
type PayableBill = { billId: string; member: string; open: number; currency: string };

type Code =
  | 'bill-not-open'
  | 'not-online'
  | 'several-accounts'
  | 'currencies-differ'
  | 'below-minimum'
  | 'amount-not-payable';
const no = (code: Code, detail: string) => ({ refused: [{ code, detail, pointer: '/body/billIds' }] });

/** Returns the account, the lines and the amount of a payment of chosen bills: what is open of each. Or the reason why not. */
export const choosePayment = (
  accounts: readonly PaymentAccount[],
  bills: readonly PayableBill[],
  billIds: readonly string[],
):
  | { account: PaymentAccount; lines: PaymentLine[]; amount: number; currency: string }
  | { refused: { code: Code; detail: string; pointer: string }[] } => {
  const chosen = bills.filter(({ billId, open }) => billIds.includes(billId) && open > 0);
  const [first] = chosen;
  if (first === undefined || chosen.length < new Set(billIds).size)
    return no('bill-not-open', 'A chosen bill is not open: look at your bills again.');
  const found = chosen.map(({ member }) => accountFor(accounts, member));
  const [account] = found;
  if (account === undefined || found.includes(undefined))
    return no('not-online', 'A library takes no payments online.');
  if (found.some((one) => one?.memberId !== account.memberId))
    return no('several-accounts', 'These bills are paid in separate payments.');
  const { currency } = first;
  if (chosen.some((bill) => bill.currency !== currency))
    return no('currencies-differ', 'One payment is of one currency.');
  const amount = chosen.reduce((sum, { open }) => sum + open, 0);
  if (amount < account.minimum) return no('below-minimum', `The least is ${account.minimum} minor units.`);
  if (toProvider(amount, currency) === undefined)
    return no('amount-not-payable', 'The provider does not take this amount.');
  return {
    account,
    lines: chosen.map(({ billId, member, open }) => ({ billId, member, amount: open })),
    amount,
    currency,
  };
};
