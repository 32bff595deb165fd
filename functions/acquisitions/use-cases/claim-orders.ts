import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { OrderDeps } from '../deps.ts';
import { takesStep } from '../domain/order.ts';
import { claimableLine, claimedOrder, missingOf, placedOn } from '../domain/order-claims.ts';
import { claimSettings } from './claim-settings.ts';

type Named = { orderId: string; line: number };
type Claimed = Named & {
  order: string;
  vendor: string;
  orderedOn: string;
  title: string;
  isbn?: string;
  copies: number;
  number: number;
};
type Answer = { claimed: Claimed[]; dropped: Named[] };
type Input = { memberId: string; lines: readonly Named[]; by: string; now: number; keep: Keep<Answer> };

/**
 * Claims late lines of orders: numbers the claim of each and returns what the message to the vendor states. What arrived meanwhile, was claimed
 * already or is not late is left out, so that the same request again claims nothing.
 */
export const claimOrders = (deps: OrderDeps, { memberId, lines, by, now, keep }: Input) =>
  retryOnConflict(`Claims of orders of ${memberId}`, async () => {
    const orders = await deps.orders.getAll(memberId, [...new Set(lines.map(({ orderId }) => orderId))]);
    const settingOf = await claimSettings(deps, memberId, now);
    const changed = new Set<string>();
    const done: Answer = { claimed: [], dropped: [] };
    for (const named of lines) {
      const order = orders.get(named.orderId);
      const setting = order && settingOf(order);
      const line = setting && takesStep(order) ? claimableLine(order, named.line, setting) : undefined;
      if (!order || !setting || !line) {
        done.dropped.push(named);
        continue;
      }
      changed.add(order.orderId);
      orders.set(order.orderId, claimedOrder(order, named.line, { on: setting.today, by, at: iso(now) }));
      done.claimed.push({
        ...{ ...named, order: order.number, vendor: order.vendor, title: line.title, copies: missingOf(line) },
        ...{ orderedOn: placedOn(order, setting.timeZone) ?? '', number: (line.claims?.length ?? 0) + 1 },
        ...(line.isbn !== undefined && { isbn: line.isbn }),
      });
    }
    const after = [...orders.values()].filter(({ orderId }) => changed.has(orderId));
    const isWritten = await deps.orders.putAll(
      after.map((order) => ({ ...order, v: order.v + 1 })),
      keep(done),
    );
    return isWritten ? answer(done) : undefined;
  });
