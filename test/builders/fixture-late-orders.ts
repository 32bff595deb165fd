import { exampleLine, exampleOrder } from '../../functions/acquisitions/schemas/orders.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

type Due = 'claim' | 'give-up';
const lineOf = (line: number, title: string, due: Due, claims: number[]) => ({
  ...{ line, title, missing: line, lateFrom: day(-15), due },
  claims: claims.map((from, place) => ({ number: place + 1, on: day(from) })),
});
/** The late orders by the requests of a test: four lines of three titles, one of which was claimed often enough. */
let late = [
  {
    ...{ orderId: 'ord_1', number: exampleOrder.number, vendor: 'MIDWEST', v: 2, orderedOn: day(-60) },
    lines: [lineOf(1, exampleLine.title, 'claim', []), lineOf(2, 'The dispossessed', 'claim', [-31])],
  },
  {
    ...{ orderId: 'ord_8', number: '2026-27/00008', vendor: 'OLD', v: 5, orderedOn: day(-180) },
    lines: [lineOf(1, 'Rocannon’s world', 'give-up', [-130, -100, -70]), lineOf(2, 'City of illusions', 'claim', [])],
  },
];

const without = (isOver: (orderId: string, line: number) => boolean): void => {
  late = late
    .map((order) => ({ ...order, lines: order.lines.filter(({ line }) => !isOver(order.orderId, line)) }))
    .filter(({ lines }) => lines.length > 0);
};

/** The orders that are late. */
export const fixtureLateOrders = (): SceneAnswer => ({ json: { orders: late } });

/** Claims: what is asked for is claimed, but the last line arrived meanwhile. */
export const fixtureOrderClaims = ({ body }: SceneCall): SceneAnswer => {
  const asked = (body as { lines: { orderId: string; line: number }[] }).lines;
  const claimed = asked.slice(0, -1).flatMap((named) => {
    const order = late.find(({ orderId }) => orderId === named.orderId);
    const line = order?.lines.find((one) => one.line === named.line);
    if (!order || !line) return [];
    const { title, missing: copies, claims } = line;
    const { number, vendor, orderedOn } = order;
    return { ...named, order: number, vendor, orderedOn, title, copies, number: claims.length + 1 };
  });
  without((orderId, line) => asked.some((named) => named.orderId === orderId && named.line === line));
  return { json: { claimed, dropped: asked.slice(-1) } };
};

/** Leaves a line out of the late ones, after the day on which it comes was recorded. */
export const fixtureDelay = (orderId: string, line: number): void =>
  without((one, of) => one === orderId && of === line);
