import { edifactText, readInterchange } from '../../../layers/protocols/edifact/interchange.ts';
import { readLibraryMessage } from '../../../layers/protocols/edifact/library-message.ts';
import { writeOrders } from '../../../layers/protocols/edifact/write-orders.ts';
import { exampleOrder } from '../schemas/orders.ts';
import type { Order } from './order.ts';
import { interchangeOf } from './order-message.ts';

const read = (order: Order, vendor: { account?: string; san: string }) => {
  const interchange = readInterchange(edifactText(writeOrders(interchangeOf(order, vendor))));
  return {
    ...interchange,
    messages: interchange.messages.map((one) => readLibraryMessage(one, interchange.separators)),
  };
};
const [line] = exampleOrder.lines;

test('a placed order is a message to the vendor with what is still wanted, by the account number of the library', () => {
  const lines = line
    ? [
        { ...line, cancelled: { copies: 1, reason: 'Too many' } },
        { ...line, number: 2, cancelled: { copies: 4, reason: 'Out of print' } },
      ]
    : [];
  const { sender, recipient, reference, messages } = read(
    { ...exampleOrder, lines },
    { account: 'RIV-2041', san: '1697536' },
  );
  expect([sender, recipient, reference]).toEqual([
    { id: 'RIV-2041', qualifier: '91' },
    { id: '1697536', qualifier: '31B' },
    '20262700042',
  ]);
  expect(messages).toMatchObject([
    {
      ...{ document: { kind: '220', number: '2026-27/00042', function: '9' }, currency: 'EUR' },
      dates: [{ qualifier: '137', value: '20261124' }],
      lines: [
        {
          ...{ ids: [{ type: 'EN', value: '9780441478125' }], texts: { title: 'The left hand of darkness' } },
          ...{ quantities: [{ qualifier: '21', value: 3 }], prices: [{ qualifier: 'AAB', value: '15.20' }] },
          references: [{ qualifier: 'LI', value: '2026-27/00042-1' }],
          copies: [
            {
              values: [
                { qualifier: 'LFN', value: 'BOOKS-ADULT' },
                { qualifier: 'LQT', value: '3' },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('lines in another currency are a message of their own, and a library without an account is named by its id', () => {
  const foreign = { currency: 'JPY', rate: '0.00615', source: 'ECB', on: '2026-11-24' };
  const other = line ? [{ ...line, number: 2, price: { ...line.price, printedPrice: 4_800, foreign } }] : [];
  const { sender, recipient, messages } = read(
    { ...exampleOrder, lines: [...exampleOrder.lines, ...other] },
    { san: '5412345000020' },
  );
  expect([sender, recipient]).toEqual([
    { id: 'riverton', qualifier: 'ZZ' },
    { id: '5412345000020', qualifier: '14' },
  ]);
  expect(
    messages.map(({ document, currency, lines }) => [document.number, currency, lines[0]?.prices[0]?.value]),
  ).toEqual([
    ['2026-27/00042', 'EUR', '15.20'],
    ['2026-27/00042/JPY', 'JPY', '4800'],
  ]);
});
