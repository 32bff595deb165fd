import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { bundle, printing } from '../../infra/bundle.ts';
import { letterFont } from '../../layers/platform/pdf/font-file.ts';

const kB = 1000;
/** Somebody waits while an operation's container starts; nobody does for a consumer. */
const budgets = { operation: 650 * kB, consumer: 800 * kB };
/** A desk prints letters a few times a week, slips once or twice a day; what writes PDF and reads fonts is larger than all the rest. */
const larger: Record<string, number> = {
  ...Object.fromEntries(printing.map(({ id }) => [id, 2000 * kB])),
  // A scan, a renewal and a loan may each be a step of circulation and of a loan between libraries: they hold both workflows, and
  // free whatever copy was set aside before.
  'circulation-check-in': 790 * kB,
  'circulation-renew': 795 * kB,
  // It plans the check-in of each item that it lists, with the step of a loan between libraries that a scan would take.
  'circulation-list-shelf-to-clear': 790 * kB,
  // A step of a loan between libraries moves a copy by circulation's rules, books what it costs and speaks to partners.
  ...Object.fromEntries(
    ['answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'restart', 'return', 'send-home', 'ship'].map(
      (step) => [`resource-sharing-${step}-request`, 755 * kB],
    ),
  ),
  'resource-sharing-upload-copy': 685 * kB,
  // Courses show titles in whatever form a record came (MARC-in-JSON and the rest of MARC-8: 5 kB), and why records are one
  // (the trained model: 37 kB; the rules for other media, versions, bodies and numbers: 15 kB, here and in what follows).
  'teaching-show-course': 720 * kB,
  // A record is read in every form that MARC has, judged by the table of its fields, and matched anew by the trained model; whose
  // records stand double by that is kept.
  'catalogue-edit-source-record': 735 * kB,
  // The table's client holds both of the SDK's codecs, of which the newer one works: 2.5 kB in each bundle. Latin-1 is told from MARC-8 by
  // the letters that a record shows: 2 kB in each that reads MARC.
  'discovery-get-record': 680 * kB,
  'catalogue-get-record': 660 * kB,
  'catalogue-list-possible-duplicates': 660 * kB,
  'circulation-check-out': 660 * kB,
  // A class set is lent copy by copy, as at a desk.
  'teaching-lend-class-set': 665 * kB,
  // A record leaves in every form that MARC has, and in four more, by the union’s rules of fields and the reader’s own local ones.
  'discovery-export-record': 710 * kB,
  'discovery-export-records': 715 * kB,
  // The same for a list, which it reads besides.
  'discovery-export-list': 720 * kB,
  // A list shows what the index has as a search does; what it has not (yet) by the record’s page, in whatever form its records came.
  'discovery-show-list': 780 * kB,
  // A line opens to days at a month’s prices, a bill’s kept sums or a scenario’s frozen fee: it reads all three.
  'finance-list-line-evidence': 660 * kB,
  // It reads a month’s report and its bill, and steps by the table of periods.
  'finance-prepare-period': 700 * kB,
  // These weigh anew who could supply, and look citations up in the index besides.
  ...Object.fromEntries(
    [
      'amend-request',
      'fill-locally',
      'place-request',
      'resolve-openurl',
      'show-request-options',
      'take-step',
      'take-steps',
    ].map((id) => [`resource-sharing-${id}`, 925 * kB]),
  ),
  // It does all of that for libraries outside.
  'resource-sharing-process-partner-messages': 1085 * kB,
  // The steps of a request that look at a file besides; one knows our own address.
  'resource-sharing-deliver-copy': 1000 * kB,
  'resource-sharing-supply-copy': 1000 * kB,
};
/** 27 kB of text in each bundle that reads MARC, unpacked when a record first asks for it: no start waits for it, so it is not counted. */
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

test('beside each bundle that prints lies the font that its code means', () => {
  expect(fonts.map((font) => font.equals(letterFont()))).toEqual(printing.map(() => true));
});
