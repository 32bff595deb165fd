import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { type OwnAccount, paymentAnswer } from '../answers.ts';
import { askOnce } from '../ask-once.ts';
import { amountText, failureFields, institution, readAmount, responseDate } from '../common-fields.ts';
import type { Called, Reason } from '../concord-api.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import type { Write } from '../last-writes.ts';
import { loadAccount } from '../load-patron.ts';

/** The largest number of bills of one payment. */
const MOST_BILLS = 10;

/** Means of payment by payment type: cash, and cards. */
const means: Record<string, string> = { '00': 'cash', '01': 'card', '02': 'card' };

type Share = { billId: string; amount: number };

/** Spreads an amount over open bills in their order, as far as each is open. Undefined when it is more than is owed. */
export const spread = (bills: readonly { billId: string; open: number }[], amount: number): Share[] | undefined => {
  let left = amount;
  const shares: Share[] = [];
  for (const { billId, open } of bills) {
    const part = Math.min(open, left);
    if (part > 0) shares.push({ billId, amount: part });
    left -= part;
  }
  return left > 0 || shares.length > MOST_BILLS ? undefined : shares;
};

/** Returns the bills that a payment is for: the one of the fee identifier (CG), or all open ones of the currency. */
const billsFor = (exchange: Exchange, { bills }: OwnAccount, currency: string): OwnAccount['bills'] => {
  const billId = fieldOf(exchange, 'CG');
  return bills.filter(
    (bill) => bill.currency === currency && bill.open > 0 && (billId === undefined || bill.billId === billId),
  );
};

const refuse = (code: string): { refused: readonly Reason[] } => ({ refused: [{ code, detail: '' }] });

const paymentOf = async (exchange: Exchange): Promise<Called<Write>> => {
  const { request, settings, terminal } = exchange;
  const { currency } = settings;
  if (request.fixed.currency !== currency) return refuse('other-currency');
  const amount = readAmount(fieldOf(exchange, 'BV'), currency);
  if (amount === undefined) return refuse('bad-amount');
  const account = await loadAccount(exchange);
  if (!('ok' in account)) return account;
  const bills = billsFor(exchange, account.ok, currency);
  if (bills.length === 0) return refuse('no-open-bill');
  const [first, ...also] = spread(bills, amount) ?? [];
  if (!first) return refuse('more-than-open');
  const body = {
    ...{ branchId: terminal.branchId, patron: fieldOf(exchange, 'AA') ?? '', ...first, also },
    means: means[request.fixed.paymentType ?? ''] ?? 'card',
  };
  return { ok: { path: '/v1/circulation/payments', body } };
};

const pay = async (exchange: Exchange): Promise<Called<{ receipt: string; owed: number }>> => {
  const paid = await askOnce(exchange, () => paymentOf(exchange), paymentAnswer);
  return 'ok' in paid ? { ok: { receipt: paid.ok.receiptNumber, owed: paid.ok.owed } } : paid;
};

/** Answers Fee Paid (37) with 38: the payment goes to the bill that CG names, otherwise to the open bills in their order. */
export const answerFeePaid = async (exchange: Exchange): Promise<SipResponse> => {
  const paid = await pay(exchange);
  const fields: SipField[] = [
    institution(exchange),
    ['AA', fieldOf(exchange, 'AA') ?? ''],
    ['BK', fieldOf(exchange, 'BK')],
  ];
  if (!('ok' in paid))
    return { fixed: `38N${responseDate(exchange)}`, fields: [...fields, ...failureFields(exchange, paid)] };
  const { receipt, owed } = paid.ok;
  return {
    fixed: `38Y${responseDate(exchange)}`,
    fields: [...fields, ['BV', amountText(owed, exchange.settings.currency)], ['AG', receipt]],
  };
};
