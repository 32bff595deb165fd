import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { decimalText } from '../../../layers/kernel/money/exact.ts';
import type { Party } from '../../../layers/protocols/edifact/interchange.ts';
import type { OrderedLine, Sent } from '../../../layers/protocols/edifact/write-orders.ts';
import { type Line, type Order, wantedOf } from './order.ts';
import { copiesOf } from './order-price.ts';
import type { Vendor } from './vendor.ts';

/** The longest control reference of an interchange (UNB 0020). */
const LONGEST_REFERENCE = 14;

const GLN_DIGITS = 13;

const partyOf = (id: string, gln: string, san: string): Party => ({
  id,
  qualifier: id.length === GLN_DIGITS ? gln : san,
});

const currencyOf = ({ price }: Line, { currency }: Order): string => price.foreign?.currency ?? currency;

/** One fund is written with all copies. Shares of several funds are not whole copies, and stay with the library. */
const lineOf = (line: Line, order: Order): OrderedLine => {
  const { price, isbn, note, title, number } = line;
  const [copies, currency] = [wantedOf(line), currencyOf(line, order)];
  const each = copiesOf(price) === price.electronic ? price.electronicPrice : price.printedPrice;
  const fund = line.shares.length === 1 ? line.shares[0]?.fund : undefined;
  return {
    reference: `${order.number}-${number}`,
    ...(isbn !== undefined && { isbn }),
    ...(note !== undefined && { note }),
    ...{ texts: { title }, copies, price: decimalText(BigInt(each), decimalsOf(currency)) },
    shares: fund === undefined ? [] : [{ fund, copies }],
  };
};

/**
 * Returns the interchange of a placed order for its vendor. The library is named by its account number at the vendor, or by its own id. A
 * message has one currency: lines in another one are a message of their own. The control reference is that of the order, so that an order
 * that is sent again is recognised.
 */
export const interchangeOf = (order: Order, { account, san }: Pick<Vendor, 'account'> & { san: string }): Sent => {
  const at = order.steps.findLast(({ act }) => act === 'place')?.at ?? '';
  const buyer = account ?? order.memberId;
  const wanted = order.lines.filter((line) => wantedOf(line) > 0);
  const byCurrency = Map.groupBy(wanted, (line) => currencyOf(line, order));
  return {
    sender: { id: buyer, qualifier: account === undefined ? 'ZZ' : '91' },
    recipient: partyOf(san, '14', '31B'),
    ...{ reference: order.number.replaceAll(/[^A-Z0-9]/gi, '').slice(-LONGEST_REFERENCE), at },
    orders: [...byCurrency].map(([currency, lines]) => ({
      number: currency === order.currency ? order.number : `${order.number}/${currency}`,
      ...{ on: at.slice(0, 10), currency },
      buyer: { id: buyer, qualifier: account === undefined ? '92' : '91' },
      vendor: partyOf(san, '9', '31B'),
      ...(account !== undefined && { account }),
      lines: lines.map((line) => lineOf(line, order)),
    })),
  };
};
