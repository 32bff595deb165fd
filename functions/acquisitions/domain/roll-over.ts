import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { amountsSchema } from './figures.ts';
import { type FiscalYear, yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema } from './fund.ts';
import { moveKinds } from './move-money.ts';
import { orderIdSchema } from './order.ts';

/** What is carried of a fund into the new year: nothing, what is available, or what was not paid. */
export const carryKinds = ['none', 'available', 'cash'] as const;
export type CarryKind = (typeof carryKinds)[number];

/** From what the encumbrance of a line in the new year is computed: what is left of it, what was spent on it, or what it was at first. */
export const bases = ['remaining', 'expended', 'initial'] as const;
export type Basis = (typeof bases)[number];

/** A change in hundredths of a percent; −100 % leaves nothing. */
const changeSchema = z.int().min(-10_000).max(100_000);

/** What a library decides about the end of a year. */
export const rollOverTermsSchema = z
  .strictObject({
    to: yearCodeSchema,
    /** The allocations of the old year, changed and rounded down to a multiple of `roundTo` minor units. Absent: they are not copied. */
    allocation: changeSchema.exactOptional(),
    roundTo: z.int().min(1).max(100_000_000).exactOptional(),
    ...{ carry: z.enum(carryKinds), carryAs: z.enum(moveKinds) },
    /** From what open orders are encumbered in the new year, changed by `change`. Absent: none is. */
    ...{ basis: z.enum(bases).exactOptional(), change: changeSchema },
    /** Funds whose successor has another code, or of which something else is carried. */
    funds: z
      .array(
        z.strictObject({
          fund: fundCodeSchema,
          to: fundCodeSchema.exactOptional(),
          carry: z.enum(carryKinds).exactOptional(),
        }),
      )
      .max(300),
    /** Makes funds that the new year lacks as they are in the old one. */
    makeFunds: z.boolean(),
    /** The numbers of orders that stay in the old year. */
    except: z.array(z.string().max(40)).max(200),
  })
  .meta({ id: 'RollOverTerms' });
export type RollOverTerms = z.infer<typeof rollOverTermsSchema>;

/** What the report says about a fund, its own money without the funds under it: `unspent` is `carried` and `lapsed`. */
export const fundRowSchema = z.strictObject({
  kind: z.literal('fund'),
  fund: fundCodeSchema,
  /** Its successor; absent when it has none and needs none. */
  to: fundCodeSchema.exactOptional(),
  ...{ unspent: z.int(), carried: z.int().min(0), lapsed: z.int(), copied: z.int().min(0) },
  /** The roll-over makes the successor. */
  isMade: z.literal(true).exactOptional(),
  /** Why the roll-over cannot begin. */
  blocked: z.enum(['no-successor', 'successor-inactive']).exactOptional(),
});
export type FundRow = z.infer<typeof fundRowSchema>;

/** What becomes of an order: it rolls, or why it does not. */
export const outcomes = [
  ...(['rolls', 'limit', 'fund-idle', 'no-successor', 'too-many'] as const),
  ...(['closed', 'cancelled', 'not-placed', 'nothing-left', 'excepted'] as const),
] as const;
export type Outcome = (typeof outcomes)[number];

/** What the report says about an order: what it takes in the old year and in the new one. */
export const orderRowSchema = z.strictObject({
  kind: z.literal('order'),
  ...{ orderId: orderIdSchema, number: z.string(), outcome: z.enum(outcomes) },
  before: z.int().min(0),
  /** What it takes of each fund of the new year, or would take. */
  takes: z.array(z.strictObject({ fund: fundCodeSchema, amount: z.int().min(0) })),
  /** The fund that does not allow it, and by how much. */
  fund: fundCodeSchema.exactOptional(),
  shortfall: z.int().min(1).exactOptional(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;
export type ReportRow = FundRow | OrderRow;

/** The lists of a report: funds, orders that a person should look at, orders that stay, and orders that roll. */
export const reportLists = ['funds', 'problems', 'stays', 'rolls'] as const;
export type ReportList = (typeof reportLists)[number];

const ofOutcome: Record<Outcome, ReportList> = {
  ...{ rolls: 'rolls', limit: 'problems', 'fund-idle': 'problems', 'no-successor': 'problems' },
  ...{
    'too-many': 'problems',
    closed: 'stays',
    cancelled: 'stays',
    'not-placed': 'stays',
  },
  ...{ 'nothing-left': 'stays', excepted: 'stays' },
};

/** Returns the list of a report to which a row belongs. */
export const listOf = (row: ReportRow): ReportList => (row.kind === 'fund' ? 'funds' : ofOutcome[row.outcome]);

/** Returns the name of a row within its list. */
export const nameOf = (row: ReportRow): string => (row.kind === 'fund' ? row.fund : row.orderId);

const sum = z.int();

/** The sums of a report: of the funds, and of the orders that roll and that do not. */
export const totalsSchema = z.strictObject({
  ...{ unspent: sum, carried: sum, lapsed: sum, copied: sum },
  /** Orders that roll, what they took and what they take; orders that a person should look at; orders that stay. */
  ...{ rolls: sum, before: sum, after: sum, problems: sum, stays: sum },
  /** Funds that prevent the roll-over. */
  blocked: sum,
});
export type Totals = z.infer<typeof totalsSchema>;

/** The sums of a report without rows. */
export const noTotals: Totals = {
  ...{ unspent: 0, carried: 0, lapsed: 0, copied: 0, rolls: 0, before: 0, after: 0, problems: 0, stays: 0, blocked: 0 },
};

/** Returns the sums of a report with more rows. */
export const withRows = (before: Totals, rows: readonly ReportRow[]): Totals => {
  const sums = { ...before };
  for (const row of rows) {
    if (row.kind === 'fund') {
      for (const name of ['unspent', 'carried', 'lapsed', 'copied'] as const) sums[name] += row[name];
      if (row.blocked) sums.blocked += 1;
      continue;
    }
    const list = listOf(row);
    if (list !== 'funds') sums[list] += 1;
    if (list !== 'rolls') continue;
    sums.before += row.before;
    sums.after += row.takes.reduce((all, { amount }) => all + amount, 0);
  }
  return sums;
};

/**
 * `previewing`: the report is made. `checking`: it is made again before the commit. `running`, `undoing`: money and orders move. Each of these
 * four goes on where it was interrupted.
 */
export const rollOverStates = ['previewing', 'previewed', 'checking', 'running', 'done', 'undoing', 'undone'] as const;
export type RollOverState = (typeof rollOverStates)[number];

/** Whether the background job works on a roll-over in a state. */
export const isWorking = (state: RollOverState): boolean =>
  state === 'previewing' || state === 'checking' || state === 'running' || state === 'undoing';

const actSchema = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/** How far a running roll-over is: the next movement of money, or the last order. `digest` is that of the rows so far. */
export const progressSchema = z.strictObject({
  stage: z.enum(['funds', 'orders', 'hold', 'back', 'money-back', 'release']),
  /** How many movements of money, or orders, are through. */
  ...{ at: z.int().min(0), orders: z.int().min(0), digest: z.string() },
  /** The last order that was looked at. */
  behind: z.string().exactOptional(),
  totals: totalsSchema,
});
export type Progress = z.infer<typeof progressSchema>;

/** The own amounts of funds of the new year, by code. */
const amountsByFund = z.record(z.string(), amountsSchema);

/** The roll-over of a fiscal year of a library into another one. */
export const rollOverSchema = z.strictObject({
  ...{ memberId: memberIdSchema, year: yearCodeSchema, terms: rollOverTermsSchema, state: z.enum(rollOverStates) },
  /** Which preview it is; the rows of the report belong to one. */
  edition: z.int().min(1),
  ...{ previewed: actSchema, committed: actSchema.exactOptional(), undone: actSchema.exactOptional() },
  /** The digest of the report. */
  hash: z.string().exactOptional(),
  totals: totalsSchema.exactOptional(),
  /** The numbers of invoices of the old year that are neither paid nor cancelled, up to 200. */
  openInvoices: z.array(z.string()).exactOptional(),
  /** What differed when the report was made again before a commit: codes of funds and numbers of orders, up to 20. */
  changed: z.array(z.string()).exactOptional(),
  progress: progressSchema.exactOptional(),
  /** The own amounts of the funds of the new year before the roll-over and after it: an undo requires the second and restores the first. */
  amounts: z.strictObject({ before: amountsByFund, after: amountsByFund }).exactOptional(),
  v: z.int().min(1),
});
export type RollOver = z.infer<typeof rollOverSchema>;

/** Returns why a year cannot be rolled over into another one. */
export const refusedYears = (from: FiscalYear, to: FiscalYear): 'years-order' | 'years-currency' | undefined => {
  if (to.firstDay <= from.lastDay) return 'years-order';
  return from.currency === to.currency ? undefined : 'years-currency';
};

/** Returns whether another person commits a roll-over than the one who previewed it: where another one approves orders. */
export const needsSecond = (years: readonly Pick<FiscalYear, 'approvalAbove'>[]): boolean =>
  years.some(({ approvalAbove }) => approvalAbove !== undefined);
