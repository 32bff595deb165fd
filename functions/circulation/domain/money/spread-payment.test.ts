import { spreadPayment } from './spread-payment.ts';

const bills = [
  { billId: 'a', open: 100 },
  { billId: 'credit', open: -50 },
  { billId: 'b', open: 250 },
];

test('an amount pays the oldest bill first, leaves credits alone, and is never more than what is open', () => {
  expect(spreadPayment(bills, 100)).toEqual([{ billId: 'a', amount: 100 }]);
  expect(spreadPayment(bills, 180)).toEqual([
    { billId: 'a', amount: 100 },
    { billId: 'b', amount: 80 },
  ]);
  expect(spreadPayment(bills, 351)).toBeUndefined();
  expect(
    spreadPayment(
      Array.from({ length: 11 }, (_, at) => ({ billId: String(at), open: 1 })),
      11,
    ),
  ).toBeUndefined();
});
