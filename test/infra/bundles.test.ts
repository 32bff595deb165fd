import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { bundle } from '../../infra/bundle.ts';
import { letterFont } from '../../layers/data/letters/font-file.ts';

const kB = 1000;
/** Somebody waits while an operation's container starts; nobody does for a consumer. */
const budgets = { operation: 650 * kB, consumer: 800 * kB };
const larger: Record<string, number> = {
  // A desk prints letters a few times a week; what writes PDF and reads fonts is larger than all the rest.
  'notices-print-letters': 2000 * kB,
  // A scan, a renewal and a loan may each be a step of circulation and of a loan between libraries: they hold both workflows.
  'circulation-check-in': 700 * kB,
  'circulation-renew': 700 * kB,
  'resource-sharing-lend-request': 660 * kB,
};
const sizes = new Map<string, number>();
let font: Buffer;
const libraries = new Set<string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bundle-sizes-'));
  const { outputs, inputs } = await bundle(folder);
  font = readFileSync(join(folder, 'notices-print-letters', 'letter-font.ttf'));
  rmSync(folder, { recursive: true });
  for (const [path, { bytes }] of Object.entries(outputs)) sizes.set(path.split('/').at(-2) ?? path, bytes);
  for (const path of Object.keys(inputs)) {
    const library = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (library) libraries.add(library);
  }
}, 120_000);

test.each([
  ['operation', operations],
  ['consumer', consumers],
] as const)('the bundle of no %s exceeds its budget', (kind, contracts) => {
  const over = contracts
    .map(({ id }) => [id, sizes.get(id)] as const)
    .filter(([id, bytes]) => !bytes || bytes > (larger[id] ?? budgets[kind]));
  expect(over).toEqual([]);
});

test('no bundle holds what only deploys, tests or browsers need', () => {
  const foreign =
    /^(aws-cdk-lib|constructs|esbuild|jest|fast-check|react|vite|typescript|@mantine|@aws-sdk\/credential-provider-node$)/;
  expect([...libraries].filter((library) => foreign.test(library))).toEqual([]);
  expect(libraries.has('zod')).toBe(true);
});

test('beside the bundle that prints letters lies the font that its code means', () => {
  expect(font.equals(letterFont())).toBe(true);
});
