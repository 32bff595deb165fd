import { readFileSync } from 'node:fs';
import type { AccessibilitySummary } from '../bench/accessibility/summary.ts';
import { bucketFiles } from '../functions/bucket-files.ts';
import { keyTable } from '../functions/key-table.ts';
import { type Conformance, criteria } from './accessibility/criteria.ts';

const countOf = (conformance: Conformance): number => criteria.filter((one) => one.conformance === conformance).length;

/**
 * Generates the figures of the page /trust: what the accessibility run measured, how the criteria of WCAG are met, and how many kinds of rows and
 * files are declared.
 */
export const webTrust = (): string => {
  const { pages, rules } = JSON.parse(readFileSync('docs/accessibility/summary.json', 'utf8')) as AccessibilitySummary;
  const failed = rules.filter((rule) => rule.failed > 0).length;
  const less = criteria.filter(({ conformance }) => ['Partially Supports', 'Does Not Support'].includes(conformance));
  const met = `met: ${countOf('Supports')}, notMet: ${countOf('Does Not Support')}, absent: ${countOf('Not Applicable')}`;
  return `// Generated from docs/accessibility and the key table by npm run gen.
/** The pages and rules of the last accessibility run, and the kinds of stored data. */
export const measured = { pages: ${pages}, rules: ${rules.length}, failed: ${failed}, fields: ${keyTable.length + bucketFiles.length} };
/** The criteria of WCAG 2.2, levels A and AA, by the conformance report: how many are met, not met, and about what the product has not; and those not wholly met. */
export const conformance = { ${met}, less: [${less.map(({ number }) => `'${number}'`).join(', ')}] } as const;
`;
};
