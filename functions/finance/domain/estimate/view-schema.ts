import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { meterNames } from '../pricing/meters.ts';
import { pricedServiceSchema } from '../pricing/priced-service.ts';
import { amountSchema } from '../usage-report/view-schema.ts';
import { wholeCostSchema } from './whole-schema.ts';
import { workloadSchema } from './workload.ts';

const workloadField = z.enum(workloadSchema.keyof().options);
/** In percent with two decimals. */
const percent = z.string();
const bytes = z.int().nonnegative();

/** An estimate as JSON. Services, and operations with idle lines, sum to the total exactly. */
export const estimateViewSchema = z.strictObject({
  month: monthSchema,
  currency: z.string(),
  priceBook: z.strictObject({ version: z.string(), region: z.string(), effectiveFrom: z.string(), source: z.string() }),
  workload: workloadSchema,
  /** The omitted values, their defaults, and the sources. */
  assumed: z.array(z.strictObject({ name: workloadField, value: z.number(), source: z.string() })),
  total: amountSchema,
  /** Everything that depends on use; the rest of the total is `idle`. */
  variable: amountSchema,
  services: z.array(z.strictObject({ service: pricedServiceSchema, events: z.int(), amount: amountSchema })),
  operations: z.array(
    z.strictObject({
      service: pricedServiceSchema,
      operation: z.string(),
      events: z.int(),
      amount: amountSchema,
      perEvent: amountSchema.optional(),
    }),
  ),
  /** The cost of resources without use; quantities are decimals of the unit. */
  idle: z.array(
    z.strictObject({
      id: z.string(),
      meter: z.enum(meterNames),
      title: z.string(),
      quantity: z.string(),
      unit: z.string(),
      amount: amountSchema,
    }),
  ),
  /** The cost of attribution: the work, the usage lines in the log, and the stored evidence. */
  metering: z.strictObject({
    work: amountSchema,
    /** Part of the operations' lines and of the log storage cost. */
    logged: amountSchema,
    stored: amountSchema,
    amount: amountSchema,
    percentOfTotal: percent,
    percentOfVariable: percent,
    requestsABatch: z.number(),
  }),
  /** Bytes in the table, including indexes; `packed` are those of evidence files. */
  stored: z.strictObject({ records: bytes, items: bytes, patrons: bytes, evidence: bytes, packed: bytes }),
  /** The search domain, the space that its index needs on each node, and whether it fits. */
  search: z.strictObject({
    instanceType: z.string(),
    instances: z.int(),
    storageGb: z.number(),
    neededGb: z.number(),
    holdsIndex: z.boolean(),
  }),
  /** The cost that a tenth more of a part of the workload adds to a service, the highest first. */
  growth: z.array(z.strictObject({ name: workloadField, service: pricedServiceSchema, adds: amountSchema })),
  whole: wholeCostSchema,
});
export type EstimateView = z.infer<typeof estimateViewSchema>;
/** An estimate of the cloud alone, a month. */
export type CloudView = Omit<EstimateView, 'whole'>;
