import type { Statement, StatementLine } from '../statement.ts';

/** A tax category of an invoice as EN 16931 has it, with its rate in hundredths of a percent and the code of its exemption, if any. */
export type UblTax = { category: 'S' | 'Z' | 'E' | 'AE' | 'O'; rate: number; exemption?: string | undefined };

/** Why no tax is charged, in words and, where a code of the list VATEX has the meaning, by it (BR-CL-22). */
export type Exemption = { reason: string; code?: string };

const exemptions: Partial<Record<UblTax['category'], Exemption>> = {
  E: { reason: 'Exempt or not subject to tax' },
  AE: { reason: 'Reverse charge', code: 'VATEX-EU-AE' },
  O: { reason: 'Outside the scope of tax', code: 'VATEX-EU-O' },
};

/**
 * Returns why no tax is charged, which EN 16931 asks for in these categories (BR-E-10, BR-AE-10, BR-O-10): for an exemption with the code
 * of the rules for billing, if all its lines have the same.
 */
export const exemptionOf = ({ category, exemption }: UblTax): Exemption | undefined => {
  const usual = exemptions[category];
  return usual && category === 'E' && exemption !== undefined ? { ...usual, code: exemption } : usual;
};

const isCharged = ({ mode, block }: StatementLine): boolean => mode === 'charge' && block !== 'tax';

/** EN 16931 has no category of a lower rate: it is the standard category with its own rate. */
const categoryOf = (category: string): UblTax['category'] => {
  if (category === 'AA') return 'S';
  return (['S', 'Z', 'E', 'AE', 'O'] as const).find((one) => one === category) ?? 'E';
};

const ublTaxOf = ({ category, rate, exemption }: NonNullable<StatementLine['tax']>): UblTax => ({
  ...{ category: categoryOf(category), rate },
  ...(exemption !== undefined && { exemption }),
});

/**
 * Returns the tax of each charged line. A line without tax is out of scope where the whole invoice is, and exempt beside taxed lines: an
 * invoice that is out of scope has no other category (BR-O-11).
 */
export const taxOfLines = ({ lines }: Pick<Statement, 'lines'>): ReadonlyMap<string, UblTax> => {
  const charged = lines.filter(isCharged);
  const taxed = new Map<string, UblTax>(
    lines.flatMap(({ tax, evidence }) =>
      tax && evidence.kind === 'lines' ? evidence.lineIds.map((id) => [id, ublTaxOf(tax)] as const) : [],
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
    const tax: UblTax = taxes.get(line.lineId) ?? { category: 'E', rate: 0 };
    const key = `${tax.category} ${tax.rate}`;
    const sum = sums.get(key) ?? { ...tax, base: 0, amount: 0 };
    const exemption = sum.exemption === tax.exemption ? tax.exemption : undefined;
    sums.set(key, { ...sum, exemption, base: sum.base + line.amount });
  }
  for (const { tax, amount } of statement.lines) {
    const sum = tax && sums.get(`${categoryOf(tax.category)} ${tax.rate}`);
    if (sum) sum.amount += amount;
  }
  return [...sums.values()];
};
