import type { Block } from './billing-policy.ts';
import { blocks } from './billing-policy.ts';
import { documentOf } from './booking.ts';
import type { StatementKind } from './files/statement-texts.ts';
import type { Buyer, Seller } from './parties.ts';
import { type Statement, type StatementLine, sumOfLines } from './statement.ts';

/** The amounts of a block: charged, only shown, and charged in the month before. Minor units. */
export type BlockSums = { block: Block; charged: number; shown: number; before: number };

/** What a printed statement shows beside its own lines: the seller and buyer, the month before, and the budget. */
export type Beside = {
  seller?: Seller;
  buyer?: Buyer;
  before?: Pick<Statement, 'lines' | 'due'>;
  budget?: { period: string; amount: number };
};

const isCharged = ({ mode }: Pick<StatementLine, 'mode'>): boolean => mode === 'charge';

/** Returns the sums of each block that has lines in the statement or in the month before, in the order of blocks. */
export const blockSums = (lines: readonly StatementLine[], earlier: readonly StatementLine[] = []): BlockSums[] =>
  blocks.flatMap((block) => {
    const own = lines.filter((line) => line.block === block);
    const charged = sumOfLines(own.filter(isCharged));
    const before = sumOfLines(earlier.filter((line) => line.block === block && isCharged(line)));
    return own.length === 0 && before === 0 ? [] : [{ block, charged, shown: sumOfLines(own) - charged, before }];
  });

/** Returns the kind of a printed statement: an invoice or credit note has a number, everything else is a statement. */
export const kindOf = (statement: Pick<Statement, 'lines'>, invoice: string | undefined): StatementKind =>
  invoice === undefined ? 'statement' : (documentOf(statement) ?? 'statement');

/** A tax of a statement: its category, rate (hundredths of a percent), taxable amount and amount, as in EN 16931, BG-23. */
export type TaxSum = { category: string; rate: number; base: number; amount: number };

/** Returns the taxes of a statement, each category and rate once. */
export const taxSums = ({ lines }: Pick<Statement, 'lines'>): TaxSum[] => {
  const taxed = lines.flatMap(({ tax, amount }) => (tax ? [{ ...tax, amount }] : []));
  return [...Map.groupBy(taxed, ({ category, rate }) => `${category} ${rate}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const sum = (of: (one: TaxSum) => number): number => own.reduce((all, one) => all + of(one), 0);
    return [
      { category: first.category, rate: first.rate, base: sum(({ base }) => base), amount: sum((one) => one.amount) },
    ];
  });
};
