import { divideHalfEven } from '../../../../layers/kernel/money/exact.ts';
import type { Billing, TaxRule } from './billing-policy.ts';
import { type StatementLine, sumOfLines } from './statement.ts';

type Rule = { category: string; rate: TaxRule['rate']; exemption?: string };

/**
 * Returns the tax rule of a line: its own one, or that of its block; a correction has the tax of the corrected line, whatever rule is in force now, and changes that tax's
 * base.
 */
const ruleOf = ({ tax }: Billing, { block, corrects, taxRule }: StatementLine): Rule | undefined => {
  if (block === 'tax') return undefined;
  return corrects ? corrects.tax : (taxRule ?? tax[block]);
};

const rateIn = (category: string, rule: Rule | undefined): number | undefined =>
  rule?.category === category ? rule.rate : undefined;

/** Returns the tax on a base in minor units at a rate in hundredths of a percent, half to even. */
export const taxOf = (base: number, rate: number): number =>
  Number(divideHalfEven(BigInt(base) * BigInt(rate), 10_000n));

/**
 * Returns the tax on a statement's charged lines: one line per category and rate, calculated on the category's sum and rounded once (EN
 * 16931, BR-CO-17), even if zero, because an exemption or reverse charge must be stated. Credits lower their base.
 */
export const taxLines = (lines: readonly StatementLine[], billing: Billing): StatementLine[] => {
  const charged = lines.filter((line) => line.mode === 'charge' && ruleOf(billing, line));
  const standard = new Set(charged.map((line) => rateIn('S', ruleOf(billing, line))));
  const groups = Map.groupBy(charged, (line) => {
    const rule = ruleOf(billing, line);
    // A lower rate that is equal to the standard one is one group with it on an invoice, and is rounded with it.
    const isStandard = standard.has(rateIn('AA', rule) ?? 0);
    return `tax-${isStandard ? 'S' : rule?.category}-${rule?.rate}`;
  });
  return [...groups].flatMap(([lineId, own]): StatementLine[] => {
    const first = own.find((line) => lineId.startsWith(`tax-${ruleOf(billing, line)?.category}-`)) ?? own[0];
    const rule = first && ruleOf(billing, first);
    if (!rule) return [];
    const base = sumOfLines(own);
    // Exempt lines are one group of an invoice (BR-E-01): it has a code where all have the same.
    const isOfOne = own.every((line) => ruleOf(billing, line)?.exemption === rule.exemption);
    const { exemption, ...stated } = rule;
    const { from, to } = first;
    return [
      {
        ...{ lineId, block: 'tax', title: `tax-${rule.category}`, mode: 'charge', from, to },
        amount: taxOf(base, rule.rate),
        tax: { ...stated, base, ...(exemption !== undefined && isOfOne && { exemption }) },
        evidence: { kind: 'lines', lineIds: own.map((line) => line.lineId) },
      },
    ];
  });
};
