import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billingSchema, chosenBlocks } from '../functions/finance/domain/statements/billing-policy.ts';
import { focusTable } from '../functions/finance/domain/statements/files/focus-table.ts';
import { tableCsv } from '../layers/kernel/csv/table-csv.ts';
import { validateFocus } from '../local/focus/validator.ts';
import { built } from '../test/builders/statements.ts';

/** Our features in the validator's terms: members have accounts with names, and use is measured. */
const supports = ['ACCOUNT_NAMING_SUPPORTED', 'SUB_ACCOUNT_SUPPORTED', 'USAGE_MEASUREMENT_SUPPORTED'];

// Rules that the validator cannot detect from a file, so that it requires more than they do. Our own rules check each of them
// (functions/finance/domain/statements/files/focus-table.test.ts).
const unfit: readonly [why: string, rules: readonly string[]][] = [
  [
    'it cannot see which charge is on an invoice: of the two it wants all rows without a number, or all with one',
    ['InvoiceId-C-004-C', 'InvoiceId-C-005-C'],
  ],
  [
    'it takes every purchase for one that covers charges to come; dues are of their own month',
    ['EffectiveCost-C-005-C'],
  ],
  [
    'its query asks for CommitmentDiscountStatus, a column that a file without commitments lacks',
    ['006-C', '005-C', '004-C', '003-C', '000-C'].map((end) => `ConsumedQuantity-C-${end}`),
  ],
];
const known = new Set(unfit.flatMap(([, rules]) => rules));

const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD', reason: 'x' };
const corrects = { month: '2026-09', lineId: 'dues-membership' };
const correction = { kind: 'correction' as const, memberId: 'law', corrects, amount: -250, ...made };
const line = { block: 'dues' as const, tax: { category: 'S', rate: 1900 } };

/** Returns a statement of the synthetic month in FOCUS: with all of it charged, or only shown. */
const fileOf = (mode: 'charge' | 'showback'): string => {
  const modes = Object.fromEntries(chosenBlocks.map((block) => [block, mode]));
  const body = billingSchema.parse({ modes, tax: { dues: { category: 'S', rate: 1900 } } });
  const adjustments = [{ ...correction, line, mode }];
  const statement = built({ billing: { name: 'billing/1', body }, adjustments }).find(
    ({ memberId }) => memberId === 'law',
  );
  if (!statement) throw new Error('There is no statement.');
  const names = { issuer: 'Lakes and Rivers Library Consortium', member: 'Law library', language: 'eng' as const };
  return tableCsv(focusTable(statement, { ...names, ...(mode === 'charge' && { invoice: '2026-000001' }) }));
};

const folder = mkdtempSync(join(tmpdir(), 'focus-'));
const cases: { case: string; test: string; passed: boolean }[] = [];
const skipped: { case: string; why: string }[] = [];
for (const mode of ['charge', 'showback'] as const) {
  const file = join(folder, `${mode}.csv`);
  writeFileSync(file, fileOf(mode));
  const report = validateFocus(file, supports);
  if ('missing' in report) {
    skipped.push({ case: 'F11', why: `FOCUS files were not given to the validator: ${report.missing}` });
    break;
  }
  const failed = report.failed.filter((rule) => !known.has(rule));
  const left = `${report.failed.length - failed.length} that it cannot judge are checked by our own rules`;
  const found = failed.length === 0 ? left : `fails ${failed.join(', ')}`;
  const test = `focus-validator 2.2.1, FOCUS 1.2, a statement all ${mode}: ${report.passed} rules hold, ${found}`;
  cases.push({ case: 'F11', test, passed: failed.length === 0 });
}
rmSync(folder, { recursive: true, force: true });
if (process.argv.includes('--json')) console.log(JSON.stringify({ cases, skipped }));
else {
  for (const { why } of skipped) console.log(`– ${why}`);
  for (const { test, passed } of cases) console.log(`${passed ? '✓' : '✗'} ${test}`);
  for (const [why, rules] of unfit) console.log(`  not checked: ${rules.join(', ')}: ${why}`);
}
process.exitCode = cases.every(({ passed }) => passed) ? 0 : 1;
