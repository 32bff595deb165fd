import * as z from 'zod';
import { actorNamesSchema } from '../../../layers/platform/http/actor-names.ts';
import { type BookInForce, changeName } from '../domain/pricing/book-in-force.ts';
import { meterNames } from '../domain/pricing/meters.ts';
import { priceBookSchema, priceSchema } from '../domain/pricing/price-book.ts';
import { priceChangeSchema } from '../domain/pricing/price-change.ts';

/** The built-in price of a changed one, and the decision: its day, effective date, source and reason. */
const changedSchema = priceChangeSchema.pick({ decidedOn: true, source: true, reason: true }).extend({
  shipped: priceSchema.pick({ per: true, tiers: true, mark: true, source: true }),
  policy: z.string(),
  effectiveFrom: z.iso.datetime(),
  decisionReference: z.string(),
  adoptedBy: z.string(),
});

/** A price book in force in the response: the effective prices, and for a changed one the built-in price. */
export const priceBookViewSchema = priceBookSchema.extend({
  prices: z.record(z.string(), priceSchema.extend({ changed: changedSchema.exactOptional() })),
  /** The names of the staff who adopted changes, by actor. */
  names: actorNamesSchema,
});
type PriceBookView = z.infer<typeof priceBookViewSchema>;

const changedView = ({ shipped, decided }: BookInForce, meter: (typeof meterNames)[number]) => {
  const decision = decided.get(meter);
  if (!decision) return undefined;
  const { per, tiers, mark, source: shippedSource } = shipped.prices[meter];
  const { effectiveFrom, decisionReference, adoptedBy } = decision;
  const { decidedOn, source, reason } = decision.body;
  const decisionFields = { decidedOn, source, reason, effectiveFrom, decisionReference, adoptedBy };
  return { ...decisionFields, policy: changeName(decision), shipped: { per, tiers, mark, source: shippedSource } };
};

/** Returns a book in force in the format of the response. */
export const priceBookView = (found: BookInForce, names: Record<string, string>): PriceBookView => {
  const prices = meterNames.map((meter) => {
    const changed = changedView(found, meter);
    return [meter, { ...found.book.prices[meter], ...(changed && { changed }) }] as const;
  });
  return { ...found.book, prices: Object.fromEntries(prices), names };
};
