import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { SupplyingPartner } from '../domain/rota/partner-candidates.ts';

/** The list of all partners (gsi2 of their rows). */
const PARTNERS = 'PARTNERS';

const stored = z.object({
  partnerId: z.string(),
  supplies: z.boolean(),
  paused: z.boolean(),
  services: z.array(z.enum(['loan', 'copy'])),
  transitDays: z.number(),
  loanCost: moneySchema.optional(),
  copyCost: moneySchema.optional(),
  lastResort: z.boolean(),
  countries: z.array(z.string()).default([]),
});

/** Lists the partners with the fields that the rota uses; there are tens of them, so that all are read. */
export const supplyingPartners = async (table: Table): Promise<SupplyingPartner[]> => {
  const rows = await table.queryAll({ index: 'gsi2', partition: PARTNERS });
  return rows.map((row) => stored.parse(row));
};
