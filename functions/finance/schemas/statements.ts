import * as z from 'zod';
import type { Statement, StatementLine } from '../domain/statements/statement.ts';

/** The total of a statement, in minor units, and its hash; once booked, when and by which invoice or credit note. */
export const statementHeadSchema = z.strictObject({
  memberId: z.string(),
  currency: z.string(),
  total: z.int(),
  due: z.int(),
  hash: z.string(),
  booked: z.iso.datetime().exactOptional(),
  invoice: z.string().exactOptional(),
  deferred: z.int().exactOptional().describe('The sum of its lines that a later month bills'),
  carried: z.int().exactOptional().describe('The sum of its lines of earlier months, which are stated there, too'),
  billedIn: z.string().exactOptional().describe('The month whose statement bills them'),
});

/** Why a statement is not returned. */
export const noStatement = {
  'no-statement': { status: 404, meaning: 'There is no such statement, or not yet.' },
  'statement-altered': {
    status: 409,
    meaning: 'The stored statement differs from what was approved and sealed: verify the periods, and restore it.',
  },
} as const;

/** Returns a head in the format of the response, without internal data of its store. */
export const statementHeadView = <H extends { month: string; round: number; parts: number }>({
  month: _,
  round: __,
  parts: ___,
  ...head
}: H): Omit<H, 'month' | 'round' | 'parts'> => head;

/** A line of a statement, for examples in contracts. */
export const exampleLine: StatementLine = {
  ...{ lineId: 'direct-own-circulation', block: 'direct', title: 'platform-own', service: 'circulation' },
  ...{ mode: 'showback', from: '2026-10-01', to: '2026-10-31', amount: 1250 },
  ...{ metered: '12.500000000000', exact: '12.500000000000' },
  evidence: {
    ...{ kind: 'usage', of: 'riverton', service: 'circulation' },
    operations: [{ operation: 'circulation-check-out', events: 42_000, amount: '12.500000000000' }],
  },
};

/** A statement with it. */
export const exampleStatement: Statement = {
  ...{ month: '2026-10', memberId: 'riverton', currency: 'USD', minorDigits: 2, billing: 'billing/1' },
  basis: {
    ...{ priceBook: 'us-east-1/2024-11-01/8', attribution: 'attribution/1', key: 'equal default', synthetic: false },
    ...{ bill: 'First month, no bill yet', factors: [] },
  },
  lines: [exampleLine],
  ...{ total: 1250, due: 0 },
};
