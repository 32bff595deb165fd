import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { writeOrders } from '../../../layers/protocols/edifact/write-orders.ts';
import type { OrderDeps } from '../deps.ts';
import { interchangeOf } from '../domain/order-message.ts';
import { isEncumbered } from '../domain/order-step.ts';

/** Returns a placed order as an EDIFACT file for its vendor. */
export const showOrderFile = async (
  { orders, vendors }: Pick<OrderDeps, 'orders' | 'vendors'>,
  place: { memberId: string; orderId: string },
) => {
  const order = await orders.get(place);
  if (!order) return refuse('unknown-order', 'The library has no such order.', '/path/orderId');
  if (!isEncumbered(order.state)) return refuse('order-state', `It is ${order.state}.`);
  const vendor = await vendors.get({ memberId: order.memberId, code: order.vendor });
  if (vendor?.san === undefined) return refuse('vendor-without-address', `${order.vendor} has no SAN or GLN.`);
  const bytes = writeOrders(interchangeOf(order, { ...vendor, san: vendor.san }));
  return answer({
    name: `order-${order.number.replaceAll('/', '-')}.edi`,
    base64: Buffer.from(bytes).toString('base64'),
  });
};
