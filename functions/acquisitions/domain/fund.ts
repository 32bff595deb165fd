import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { amountsSchema, noAmounts } from './figures.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { headroomOf, headroomSchema, limitsSchema } from './limits.ts';

/** The code of a fund, by which orders and invoices name it. */
export const fundCodeSchema = z.string().regex(/^[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?$/, 'A code is A-Z, 0-9 and -');

/** How many funds may stand above one another. */
export const DEEPEST = 5;

/** `frozen`: no new orders, invoices of old orders are still posted. `inactive`: nothing is posted. */
export const fundStates = ['active', 'frozen', 'inactive'] as const;
export type FundState = (typeof fundStates)[number];

/** What staff state of a fund. Its code and the fund above it never change within a year. */
export const fundTermsSchema = z.strictObject({
  name: oneLine(100),
  parent: fundCodeSchema.exactOptional(),
  state: z.enum(fundStates),
  limits: limitsSchema,
});
export type FundTerms = z.infer<typeof fundTermsSchema>;

const perScope = <T extends z.ZodType>(of: T) => z.strictObject({ own: of, whole: of });

/**
 * A fund in a fiscal year. `own` is what was posted to it, `whole` includes the funds under it; `headroom` is derived from them and the
 * limits, and is what writes test. `above` are the codes of the funds above it, the nearest first.
 */
export const fundSchema = fundTermsSchema.extend({
  ...{ memberId: memberIdSchema, year: yearCodeSchema, code: fundCodeSchema },
  above: z.array(fundCodeSchema).max(DEEPEST - 1),
  amounts: perScope(amountsSchema),
  headroom: perScope(headroomSchema),
  /** Its year is closed: nothing is posted any more. */
  closed: z.literal(true).exactOptional(),
  /** How often its terms were set. */
  edition: z.int().min(1),
  v: z.int().min(1),
});
export type Fund = z.infer<typeof fundSchema>;

/** A fund and those above it, the nearest first: every level that limits what is posted to it. */
export type Levels = readonly [Fund, ...Fund[]];

/** Returns a fund with those above it. */
export const levelsOf = (funds: ReadonlyMap<string, Fund>, fund: Fund): Levels => [
  fund,
  ...fund.above.flatMap((code) => funds.get(code) ?? []),
];

type Named = { memberId: string; year: string; code: string };

/** Returns a new fund without money. */
export const newFund = (named: Named, terms: FundTerms, parent: Fund | undefined): Fund => {
  const headroom = headroomOf(noAmounts, terms.limits);
  return {
    ...{ ...named, ...terms, above: parent ? [parent.code, ...parent.above] : [] },
    ...{ amounts: { own: noAmounts, whole: noAmounts }, headroom: { own: headroom, whole: headroom } },
    ...{ edition: 1, v: 1 },
  };
};

/** Returns a fund with other terms and what its limits then allow. */
export const withTerms = (fund: Fund, terms: FundTerms): Fund => ({
  ...{ ...fund, ...terms, edition: fund.edition + 1, v: fund.v + 1 },
  headroom: { own: headroomOf(fund.amounts.own, terms.limits), whole: headroomOf(fund.amounts.whole, terms.limits) },
});

/** Returns whether orders or invoices are open on a fund or one under it. */
export const isUsed = ({ amounts: { whole } }: Pick<Fund, 'amounts'>): boolean =>
  whole.encumbered !== 0 || whole.awaiting !== 0;
