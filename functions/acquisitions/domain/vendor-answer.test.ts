import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryFile } from '../../../layers/protocols/edifact/read-library-file.ts';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { exampleOrder } from '../schemas/orders.ts';
import type { OrdersByNumber } from './message-orders.ts';
import { encumberedBy, type Order, orderSchema } from './order.ts';
import { answeredOrder, answersOf, isAnswered, referenceOf } from './vendor-answer.ts';

const { number } = exampleOrder;
const [line] = exampleOrder.lines;
const two: Order = { ...exampleOrder, lines: line ? [line, { ...line, number: 2 }] : [] };
const step = { by: 'staff:stf_1', at: '2026-12-02T10:00:00.000Z', reference: 'ORDRSP R77' };

const messageOf = (type: string, body: string) => {
  const segments = body.split("'").length + 1;
  const text = `UNB+UNOC:3+A:14+B:14+261201:0800+R1'UNH+1+${type}:D:96A:UN'${body}UNT+${segments}+1'UNZ+1+R1'`;
  const { messages, refused } = readLibraryFile(new TextEncoder().encode(text));
  const [message] = messages;
  if (!message) throw new Error(JSON.stringify(refused));
  return message;
};
const read = (type: string, body: string, orders: OrdersByNumber = new Map([[number, two]])) =>
  answersOf(messageOf(type, body), orders, '2026-12-02');
const answersIn = (found: ReturnType<typeof read>) => {
  if ('code' in found) throw new Error(JSON.stringify(found));
  return found[0]?.answers ?? new Map();
};
const response = (action: string, more = '') =>
  `BGM+231+R77+9'DTM+137:20261130:102'LIN+1+${action}+9780441478125:EN'${more}RFF+LI:${number}-1'UNS+S'CNT+2:1'`;
const after = (body: string) => answeredOrder(two, answersIn(read('ORDRSP', body)), step);
const encumbered = ({ lines }: Order) => lines.map((one) => encumberedBy([one]).get('BOOKS-ADULT'));

test('A38 what the vendor cancels is cancelled and its money is free; the order stays open for the other line', () => {
  const order = after(response('2', "FTX+LIN++OP:8B:28'"));
  expect(order).toMatchObject({ state: 'placed', v: 3, steps: [{}, {}, { act: 'answer', reference: 'ORDRSP R77' }] });
  expect(order.lines[0]).toMatchObject({
    answer: { act: 'cancelled', code: 'OP', document: 'R77', on: '2026-11-30' },
    cancelled: { copies: 4, reason: 'R77: OP' },
  });
  expect(encumbered(order)).toEqual([0, 5_060]);
  expect(orderSchema.parse(order)).toEqual(order);
});

test('A38 what comes later is waited for, and its money stays', () => {
  const order = after(response('24', "QTY+21:4'QTY+83:1'DTM+44:20270110:102'FTX+LIN++400:12B:28'"));
  expect(order.lines[0]?.answer).toEqual({
    ...{ act: 'recorded', document: 'R77', on: '2026-11-30', later: 1, available: '2027-01-10', code: '400' },
  });
  expect([order.state, encumbered(order)]).toEqual(['placed', [5_060, 5_060]]);
});

test('copies that are on their way are not cancelled', () => {
  expect(after(response('2', "QTY+12:1'QTY+85:3'")).lines[0]?.cancelled).toBeUndefined();
});

test('a changed price is shown, and what was ordered is not changed', () => {
  const order = after(response('3', "PRI+AAB:16.40'"));
  expect(order.lines[0]).toMatchObject({ answer: { act: 'changed', price: 1_640 }, total: 5_060, price: line?.price });
});

test('a despatch advice says how many copies are on their way', () => {
  const body = `BGM+351+D55+9'DTM+137:20261201:102'LIN+1++9780441478125:EN'QTY+12:2'RFF+LI:${number}-1'CNT+2:1'`;
  expect(answersIn(read('DESADV', body)).get(1)).toEqual({
    ...{ act: 'dispatched', document: 'D55', on: '2026-12-01', sent: 2 },
  });
});

test('A104 a message that names a line of no order is refused with the segment, as is one that answers nothing', () => {
  expect(read('ORDRSP', response('5'), new Map())).toMatchObject({ code: 'no-such-order-line', segment: 5, line: '1' });
  expect(read('INVOIC', response('5'))).toMatchObject({ code: 'not-an-answer', segment: 2 });
  expect(read('ORDRSP', "BGM+231+R77+29'")).toMatchObject({ code: 'bad-values' });
});

test('A102 an order knows which messages were loaded for it', () => {
  const message = messageOf('ORDRSP', response('5'));
  expect([referenceOf(message), isAnswered(two, 'ORDRSP R77')]).toEqual(['ORDRSP R77', false]);
  expect(isAnswered(after(response('5')), referenceOf(message))).toBe(true);
});

describeWithRealData('A100 the answers of vendors in the field', (data) => {
  /** Orders with all lines that a file names: those files write a line as order/line. */
  const answered = (name: string) => {
    const { messages, refused } = readLibraryFile(readFileSync(join(data, 'edifact', name)));
    expect(refused).toEqual([]);
    return messages.map((message) => {
      const lines = message.lines.flatMap((_, at) => (line ? [{ ...line, number: at + 1 }] : []));
      const renamed = message.lines.map((one, at) => ({
        ...one,
        references: [{ qualifier: 'LI', value: `${number}-${at + 1}` }],
      }));
      const order = { ...exampleOrder, lines };
      const found = answersOf({ ...message, lines: renamed }, new Map([[number, order]]), '2026-12-02');
      const answers = [...answersIn(found).values()];
      const count = (act: string) => answers.filter((one) => one.act === act).length;
      const sum = (of: 'sent' | 'later') => answers.reduce((all, one) => all + (one[of] ?? 0), 0);
      expect(orderSchema.safeParse({ ...answeredOrder(order, answersIn(found), step) }).error?.issues ?? []).toEqual(
        lines.length > 50 ? [expect.objectContaining({ code: 'too_big' })] : [],
      );
      return [count('accepted'), count('recorded'), count('cancelled'), sum('sent'), sum('later')];
    });
  };

  // Lines accepted, recorded and cancelled; copies sent and that come later.
  test.each([
    ['HOGJ-037.ack', [[34, 33, 0, 36, 38]]],
    ['evergreen-6.ack', [[0, 3, 1, 0, 22]]],
    ['ingram_437.ordrsp.edi', [[1, 1, 2, 1, 0]]],
  ])('%s is read as its lines say', (name, expected) => {
    expect(answered(name)).toEqual(expected);
  });

  test('copies of the other answers are sent or come later', () => {
    const copies = (name: string) => answered(name).map(([, , , sent, later]) => [sent, later]);
    const sample = [
      [62, 5],
      [25, 76],
      [58, 43],
    ];
    expect(copies('baker_taylor.ordrsp.edi')).toEqual([[23, 0]]);
    expect(copies('edifact_sample.ordrsp.edi')).toEqual(sample);
    expect(copies('edifact_sample2.ordrsp.edi')).toEqual(sample);
  });
});
