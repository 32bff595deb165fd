import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { bundle } from '../../infra/bundle.ts';
import { functionDefaults } from '../../layers/platform/http/contract.ts';
import { letterFont } from '../../layers/platform/pdf/font-file.ts';

const kB = 1000;
const printing = [...operations, ...consumers].filter(({ fonts }) => fonts);
/** 27 kB of text in each bundle that reads MARC, unpacked when a record first needs it: it delays no start, so it is not counted. */
const eastAsianTable = 'layers/protocols/marc/eacc.generated.ts';
const sizes = new Map<string, number>();
let fonts: Buffer[];
const libraries = new Set<string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bundle-sizes-'));
  const { outputs, inputs } = await bundle(folder);
  fonts = printing.map(({ id }) => readFileSync(join(folder, id, 'letter-font.ttf')));
  rmSync(folder, { recursive: true });
  for (const [path, { bytes, inputs: held }] of Object.entries(outputs))
    sizes.set(path.split('/').at(-2) ?? path, bytes - (held[eastAsianTable]?.bytesInOutput ?? 0));
  for (const path of Object.keys(inputs)) {
    const library = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (library) libraries.add(library);
  }
}, 300_000);

test.each([
  ['operation', operations],
  ['consumer', consumers],
] as const)('the bundle of no %s exceeds its budget', (kind, contracts) => {
  const over = contracts
    .map(
      ({ id, bundleKilobytes = functionDefaults.bundleKilobytes[kind] }) =>
        [id, sizes.get(id), bundleKilobytes] as const,
    )
    .filter(([, bytes, allowed]) => !bytes || bytes > allowed * kB);
  expect(over).toEqual([]);
});

test('no bundle contains code for deployment, tests or browsers only', () => {
  const foreign =
    /^(aws-cdk-lib|constructs|esbuild|jest|fast-check|react|vite|typescript|@mantine|@aws-sdk\/credential-provider-node$)/;
  expect([...libraries].filter((library) => foreign.test(library))).toEqual([]);
  expect(libraries.has('zod')).toBe(true);
});

test('letters, slips and statements are printed: five functions have fonts', () => {
  expect(printing).toHaveLength(5);
});

test('each bundle that prints has the font that its code refers to', () => {
  expect(fonts.map((font) => font.equals(letterFont()))).toEqual(printing.map(() => true));
});
