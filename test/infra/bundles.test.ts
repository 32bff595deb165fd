import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { bundle } from '../../infra/bundle.ts';

const kB = 1000;
/** Somebody waits while an operation's container starts; nobody does for a consumer. */
const budgets = { operation: 650 * kB, consumer: 800 * kB };
const sizes = new Map<string, number>();
const libraries = new Set<string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bundle-sizes-'));
  const { outputs, inputs } = await bundle(folder);
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
    .filter(([, bytes]) => !bytes || bytes > budgets[kind]);
  expect(over).toEqual([]);
});

test('no bundle holds what only deploys, tests or browsers need', () => {
  const foreign =
    /^(aws-cdk-lib|constructs|esbuild|jest|fast-check|react|vite|typescript|@mantine|@aws-sdk\/credential-provider-node$)/;
  expect([...libraries].filter((library) => foreign.test(library))).toEqual([]);
  expect(libraries.has('zod')).toBe(true);
});
