import { comesTooLate } from '../../functions/acquisitions/domain/needed-by.ts';
import type { Order } from '../../functions/acquisitions/domain/order.ts';
import { exampleOrder, exampleVendor } from '../../functions/acquisitions/schemas/orders.ts';
import { fixtureDelay } from './fixture-late-orders.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const year = `${new Date().getUTCFullYear()}`;
const at = `${year}-01-15T10:00:00.000Z`;
const [line] = exampleOrder.lines;
const other = 'staff:stf_01kb0000000000000000000009';

const orderOf = (number: number, over: Partial<Order>): Order => ({
  ...{ ...exampleOrder, year, orderId: `ord_${number}`, number: `${year}/${String(number).padStart(5, '0')}` },
  steps: [{ act: 'write', by: exampleOrder.preparedBy, at }],
  ...over,
});
const usual = (): Order[] => [
  orderOf(3, { state: 'draft', v: 1 }),
  orderOf(2, { state: 'waiting', total: 61_200, preparedBy: other, v: 2 }),
  orderOf(1, {
    state: 'placed',
    lines: line ? [line, { ...line, number: 2, title: 'The dispossessed', isbn: '9780060512750' }] : [],
    v: 2,
  }),
];
/** The orders by the requests of a test. */
let orders = usual();
let vendors = [exampleVendor, { ...exampleVendor, code: 'OLD', name: 'Old Shop', isActive: false }];

const rowOf = ({ lines, steps, note: _note, ...row }: Order) => ({
  ...{ ...row, title: lines[0]?.title ?? '', lines: lines.length, at: steps[0]?.at ?? at },
  wanted: lines.reduce((sum, { price }) => sum + price.printed, 0),
  received: lines.reduce((sum, { received }) => sum + received, 0),
});

/** The vendors of a library. */
export const fixtureVendors = (): SceneAnswer => ({ json: { vendors } });

/** A vendor as it was set. */
export const fixtureVendorSet = ({ params, body }: SceneCall): SceneAnswer => {
  const { v, ...terms } = body as typeof exampleVendor;
  const set = { ...exampleVendor, ...terms, code: params.code ?? '', v: v + 1 };
  vendors = [...vendors.filter(({ code }) => code !== set.code), set];
  return { json: set };
};

/** The orders that the query lets through. */
export const fixtureOrders = ({ query }: SceneCall): SceneAnswer => {
  const [state, fund] = [query.get('state'), query.get('fund')];
  const isShown = (order: Order): boolean =>
    (state === null || order.state === state) &&
    (fund === null || order.lines.some(({ shares }) => shares.some((share) => share.fund === fund)));
  return { json: { orders: orders.filter(isShown).map(rowOf) } };
};

/** One order. */
export const fixtureOrder = ({ params }: SceneCall): SceneAnswer => {
  const order = orders.find(({ orderId }) => orderId === params.orderId) ?? orderOf(9, {});
  const names = { [exampleOrder.preparedBy]: 'Grace Oyelaran', [other]: 'Ada Brook' };
  return {
    json: { order, names, isPreparer: order.preparedBy === exampleOrder.preparedBy, tooLate: comesTooLate(order) },
  };
};

/** A file with the answer to an order: one line is out of print, one comes later. */
export const fixtureAnswerFile = (): SceneAnswer => {
  const [first, second] = orderOf(1, {}).lines.concat(line ? [{ ...line, number: 2, title: 'The dispossessed' }] : []);
  const answer = { document: 'R77', on: `${year}-01-16` };
  const answered = [
    first && { ...first, answer: { ...answer, act: 'cancelled' as const, code: 'OP' } },
    second && {
      ...second,
      answer: { ...answer, act: 'recorded' as const, later: 3, available: `${year}-02-10`, price: 1_640 },
    },
  ];
  const step = { act: 'answer' as const, reference: 'ORDRSP R77', by: exampleOrder.preparedBy, at };
  const lines = answered.flatMap((one) => one ?? []);
  orders = orders.map((order) =>
    order.orderId === 'ord_1' ? { ...order, lines, v: order.v + 1, steps: [...order.steps, step] } : order,
  );
  const named = { reference: '1', type: 'ORDRSP', number: 'R77' };
  const refused = { reference: '2', type: 'ORDRSP', number: 'R78', code: 'other-account', segment: 14 };
  return {
    json: {
      answers: [{ ...named, orderId: 'ord_1', order: `${year}/00001`, isNew: true, lines: 2, cancelled: 1 }],
      refused: [{ ...refused, detail: 'It is for the account CED-1.' }],
    },
  };
};

/** An order as it was written, or a draft written anew. */
export const fixtureOrderWritten = ({ body }: SceneCall): SceneAnswer => {
  const { orderId, lines, ...terms } = body as { orderId?: string; lines: Order['lines']; v: number };
  const written = lines.map((one, at) => ({
    ...line,
    ...one,
    number: at + 1,
    encumbrances: [{ fund: 'BOOKS-ADULT', amount: 5_060 }],
  }));
  const order = orderOf(Number(orderId?.replace('ord_', '') ?? 4), {
    ...terms,
    state: 'draft',
    lines: written as Order['lines'],
    v: terms.v + 1,
  });
  orders = [order, ...orders.filter((one) => one.orderId !== order.orderId)];
  return { status: 201, json: order };
};

const limitOf = (most: number, asked: number): SceneAnswer => {
  const money = (amount: number) => ({ amount, currency: exampleOrder.currency });
  const params = { fund: 'BOOKS-ADULT', most: money(most), limit: money(most), used: money(0), asked: money(asked) };
  const problem = { type: 'urn:concord:problem:fund-limit', title: 'fund-limit', status: 409, code: 'fund-limit' };
  const json = {
    ...problem,
    detail: 'Raw.',
    errors: [{ pointer: '', code: 'fund-limit', detail: 'Raw.', params }],
    requestId: 'fixture',
  };
  return { status: 409, json };
};

const duplicateOf = ({ lines: [first] }: Order): SceneAnswer => {
  const code = 'duplicate-title';
  const errors = [{ pointer: '', code, detail: 'Raw.', params: { title: first?.title ?? '' } }];
  const problem = { type: `urn:concord:problem:${code}`, title: code, status: 409, code, detail: 'Raw.' };
  return { status: 409, json: { ...problem, errors, requestId: 'fixture' } };
};

/** An order after a step. A draft that its first note says is too dear exceeds the limit of its fund; one may say that it is a duplicate. */
export const fixtureOrderStep = ({ params, body }: SceneCall): SceneAnswer => {
  const { step } = body as { step: { act: string; reason?: string; line?: number; copies?: number } };
  if (step.act === 'delay') fixtureDelay(params.orderId ?? '', step.line ?? 0);
  const order = orders.find(({ orderId }) => orderId === params.orderId) ?? orderOf(9, {});
  if (step.act === 'place' && order.note === 'A duplicate' && step.reason === undefined) return duplicateOf(order);
  if (step.act === 'place' && order.note === 'Too dear') return limitOf(17_500, order.total);
  const lines = order.lines.map((one) =>
    one.number === step.line && step.act === 'receive' ? { ...one, received: one.received + (step.copies ?? 0) } : one,
  );
  const states: Record<string, Order['state']> = {
    ...{ place: 'placed', approve: 'placed', reject: 'draft', withdraw: 'draft', cancel: 'cancelled', close: 'closed' },
    receive: lines.every(({ received, price }) => received >= price.printed) ? 'received' : 'partly-received',
  };
  const taken = { ...step, by: exampleOrder.preparedBy, at } as Order['steps'][number];
  const after = {
    ...order,
    lines,
    state: states[step.act] ?? order.state,
    steps: [...order.steps, taken],
    v: order.v + 1,
  };
  orders = orders.map((one) => (one.orderId === order.orderId ? after : one));
  return { json: after };
};
