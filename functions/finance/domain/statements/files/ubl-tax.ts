import type { Statement, StatementLine } from '../statement.ts';

/** A tax category of an invoice as EN 16931 has it, with its rate in hundredths of a percent. */
export type UblTax = { category: 'S' | 'Z' | 'E' | 'AE' | 'O'; rate: number };

const reasons: Partial<Record<UblTax['category'], string>> = {
  E: 'Exempt or not subject to tax',
  AE: 'Reverse charge',
  O: 'Outside the scope of tax',
};

/** Returns why no tax is charged, which EN 16931 asks for in these categories (BR-E-10, BR-AE-10, BR-O-10). */
export const exemptionReason = ({ category }: UblTax): string | undefined => reasons[category];

const isCharged = ({ mode, block }: StatementLine): boolean => mode === 'charge' && block !== 'tax';

/** EN 16931 has no category of a lower rate: it is the standard category with its own rate. */
const categoryOf = (category: string): UblTax['category'] => {
  if (category === 'AA') return 'S';
  return (['S', 'Z', 'E', 'AE', 'O'] as const).find((one) => one === category) ?? 'E';
};

/**
 * Returns the tax of each charged line. A line without tax is out of scope where the whole invoice is, and exempt beside taxed lines: an
 * invoice that is out of scope has no other category (BR-O-11).
 */
export const taxOfLines = ({ lines }: Pick<Statement, 'lines'>): ReadonlyMap<string, UblTax> => {
  const charged = lines.filter(isCharged);
  const taxed = new Map(
    lines.flatMap(({ tax, evidence }) =>
      tax && evidence.kind === 'lines'
        ? evidence.lineIds.map((id) => [id, { category: categoryOf(tax.category), rate: tax.rate }] as const)
        : [],
    ),
  );
  const allOut = charged.every(({ lineId }) => (taxed.get(lineId)?.category ?? 'O') === 'O');
  const untaxed: UblTax = { category: allOut ? 'O' : 'E', rate: 0 };
  return new Map(
    charged.map(({ lineId }) => {
      const tax = taxed.get(lineId);
      return [lineId, tax && tax.category !== 'O' ? tax : untaxed];
    }),
  );
};

/** Returns the charged lines, without tax. */
export const netLines = ({ lines }: Pick<Statement, 'lines'>): StatementLine[] => lines.filter(isCharged);

/** The sums of one category: taxable amount and tax, in minor units. */
export type UblTaxSum = UblTax & { base: number; amount: number };

/** Returns the sums of each category and rate (BG-23): the taxable amount is that of its lines, the tax that of the statement. */
export const taxTotals = (statement: Pick<Statement, 'lines'>): UblTaxSum[] => {
  const taxes = taxOfLines(statement);
  const sums = new Map<string, UblTaxSum>();
  for (const line of netLines(statement)) {
    const tax = taxes.get(line.lineId) ?? { category: 'E', rate: 0 };
    const key = `${tax.category} ${tax.rate}`;
    const sum = sums.get(key) ?? { ...tax, base: 0, amount: 0 };
    sums.set(key, { ...sum, base: sum.base + line.amount });
  }
  for (const { tax, amount } of statement.lines) {
    const sum = tax && sums.get(`${categoryOf(tax.category)} ${tax.rate}`);
    if (sum) sum.amount += amount;
  }
  return [...sums.values()];
};
