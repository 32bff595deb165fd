import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { services } from '../../../../layers/kernel/usage/usage-line.ts';
import { comparedBy } from '../cloud-bills/compared.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { type Meter, meterNames } from '../pricing/meters.ts';
import { meterUse } from '../usage-report/meter-use.ts';
import type { MonthReport, SplitKey } from '../usage-report/model.ts';
import { quantityText } from '../usage-report/view.ts';
import { dayAmounts } from './evidence-amounts.ts';
import type { Hash } from './pack.ts';
import { platformLineId } from './platform-lines.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);

const usedDaySchema = z.strictObject({
  ...{ service: z.enum(services), operation: z.string(), day: z.iso.date() },
  ...{ events: z.number(), succeeded: z.number(), synthetic: z.boolean() },
  units: z.array(z.strictObject({ meter: z.enum(meterNames), quantity: z.string() })),
  amount: exact.exactOptional(),
});
type UsedDay = z.infer<typeof usedDaySchema>;

/** The days of use behind the lines of a member or a pool; a member's with their cost, summing to its lines. */
export const sealedDaysSchema = z.strictObject({
  days: z.array(usedDaySchema),
  prices: z.array(z.strictObject({ meter: z.enum(meterNames), unit: z.string(), price: z.string() })),
});
export type SealedDays = z.infer<typeof sealedDaysSchema>;

/**
 * How a month was shared: the weights of its key, the meters with a cost, and the metered amounts by row of the comparison with the
 * bill, member and line, in that order.
 */
export const sealedSharesSchema = z.strictObject({
  key: z.array(z.tuple([z.string(), z.int().nonnegative()])),
  meters: z.array(z.enum(meterNames)),
  metered: z.array(z.tuple([z.string(), z.string(), z.string(), exact])),
});
export type SealedShares = z.infer<typeof sealedSharesSchema>;

/** The names of a month's stored texts: each its SHA-256, days by owner. */
export const sealedUseSchema = z.strictObject({
  month: monthSchema,
  shares: z.string(),
  days: z.record(z.string(), z.string()),
});

/** A day's sum, and whether it is synthetic. */
export type UsedSum = DailySum & { synthetic: boolean };

type Read = { report: MonthReport; key: SplitKey; sums: readonly UsedSum[] };

const daysOf = ({ lines }: MonthReport, owner: string, sums: readonly UsedSum[]): UsedDay[] => {
  const own = lines.filter(({ pool, member }) => pool === 'own' && member === owner);
  return [...Map.groupBy(sums, ({ service, operation }) => `${service} ${operation}`).values()].flatMap((some) => {
    const [first] = some;
    const line = own.find(({ service, operation }) => service === first?.service && operation === first?.operation);
    const amounts = line && dayAmounts(some, line.charges, line.amount);
    return some.map(({ service, operation, day, events, succeeded, synthetic, counts }, at): UsedDay => {
      const use = [...meterUse(counts)].map(([meter, quantity]) => ({
        meter,
        quantity: quantityText(meter, quantity),
      }));
      const amount = amounts && { amount: exactText(amounts[at] ?? 0n) };
      return { service, operation, day, events, succeeded, synthetic, units: use, ...amount };
    });
  });
};

const sealedDays = (report: MonthReport, owner: string, sums: readonly UsedSum[]): SealedDays => {
  const days = daysOf(report, owner, sums).toSorted((a, b) =>
    byId(`${a.day} ${a.service} ${a.operation}`, `${b.day} ${b.service} ${b.operation}`),
  );
  const turned = new Set(days.flatMap(({ units }) => units.map(({ meter }) => meter)));
  const prices = report.prices.flatMap(({ meter, unit, unitPrice }) =>
    turned.has(meter) ? [{ meter, unit, price: exactText(unitPrice) }] : [],
  );
  return { days, prices };
};

const sealedShares = ({ report, key }: Read): SealedShares => {
  const sums = new Map<string, { at: [string, string, string]; amount: bigint }>();
  for (const line of report.lines) {
    for (const { meter, amount } of line.charges) {
      const at: [string, string, string] = [comparedBy[meter].name, line.member, platformLineId(line)];
      const known = sums.get(at.join('\n'));
      sums.set(at.join('\n'), { at, amount: (known?.amount ?? 0n) + amount });
    }
  }
  const metered = [...sums]
    .toSorted(([a], [b]) => byId(a, b))
    .map(([, { at, amount }]): SealedShares['metered'][number] => [...at, exactText(amount)]);
  const meters = report.prices.flatMap(({ meter, amount }): Meter[] => (amount > 0n ? [meter] : []));
  return { key: [...key.weights].toSorted(([a], [b]) => byId(a, b)), meters, metered };
};

/**
 * Returns the input of a month's statements as texts to store with them, each under its SHA-256: the days of each member and pool, and
 * how the month was shared. `use` names them all: sealed with the period, it seals them. Later data, such as changed prices or a
 * restated bill, are compared with these. Equal months give byte-identical texts.
 */
export const sealedUse = (read: Read, hash: Hash): { use: string; texts: Map<string, string> } => {
  const texts = new Map<string, string>();
  const named = (value: Parameters<typeof canonicalJson>[0]): string => {
    const text = canonicalJson(value);
    const name = hash(text);
    texts.set(name, text);
    return name;
  };
  const owners = [...Map.groupBy(read.sums, ({ member }) => member)];
  const days = owners.map(([owner, sums]) => [owner, named(sealedDays(read.report, owner, sums))]);
  const shares = named(sealedShares(read));
  return { use: named({ month: read.report.month, shares, days: Object.fromEntries(days) }), texts };
};
