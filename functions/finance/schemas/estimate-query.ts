import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { librariesSchema } from '../domain/estimate/library-shares.ts';
import { type PaidCostField, paidCostFields, paidCostsSchema } from '../domain/estimate/paid-costs.ts';
import { type WorkloadField, workloadSchema } from '../domain/estimate/workload.ts';
import { allowanceNames } from '../domain/pricing/cost.ts';

/** A number as the text of an address, with the bounds of the schema. */
const typed = <T extends z.ZodNumber>(schema: T) => z.coerce.number().pipe(schema).optional();
type Typed = ReturnType<typeof typed<z.ZodNumber>>;

const workloadFields = workloadSchema.keyof().options;

/** The question of an estimate: all parts are optional and have a default. */
export const estimateQuery = {
  ...(Object.fromEntries(workloadFields.map((name) => [name, typed(workloadSchema.shape[name])])) as Record<
    WorkloadField,
    Typed
  >),
  ...(Object.fromEntries(paidCostFields.map((name) => [name, typed(paidCostsSchema.shape[name])])) as Record<
    PaidCostField,
    Typed
  >),
  /** Libraries with their loans in a year, `Alder:120000;Birch:40000`: they give the number of members and of loans. */
  libraries: librariesSchema.optional(),
  /** The month of the prices and days; default: the current month. */
  month: monthSchema.optional(),
  /** Free allowances that the account still has; by default none: list prices. */
  allowances: z.enum(allowanceNames).optional(),
};
