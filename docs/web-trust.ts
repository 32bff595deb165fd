import { readFileSync } from 'node:fs';
import type { AccessibilitySummary } from '../bench/accessibility/summary.ts';
import { bucketFiles } from '../functions/bucket-files.ts';
import { keyTable } from '../functions/key-table.ts';

/** Generates the figures of the page /trust: what the accessibility run measured, and how many kinds of rows and files are declared. */
export const webTrust = (): string => {
  const { pages, rules } = JSON.parse(readFileSync('docs/accessibility/summary.json', 'utf8')) as AccessibilitySummary;
  const failed = rules.filter((rule) => rule.failed > 0).length;
  return `// Generated from docs/accessibility/summary.json and the key table by npm run gen.
/** The pages and rules of the last accessibility run, and the kinds of stored data. */
export const measured = { pages: ${pages}, rules: ${rules.length}, failed: ${failed}, fields: ${keyTable.length + bucketFiles.length} };
`;
};
