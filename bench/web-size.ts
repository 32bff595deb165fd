import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { root } from '../local/places.ts';

const chunkSchema = z.object({
  file: z.string(),
  src: z.string().optional(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
const manifestSchema = z.record(z.string(), chunkSchema);
type Manifest = z.infer<typeof manifestSchema>;

/** Budgets of the first load of a room, kB gzipped: a patron's rooms must be light, staff's may weigh more. */
const budgets = {
  patron: { js: 180, css: 20 },
  staff: { js: 230, css: 25 },
  cataloguer: { js: 230, css: 25 },
  loader: { js: 230, css: 25 },
  mapper: { js: 230, css: 25 },
};
/** The words that come with a room beside those that are always there. */
const wordsOf: Record<keyof typeof budgets, readonly string[]> = {
  patron: [],
  staff: ['src/words/en-staff.ts'],
  cataloguer: ['src/words/en-staff.ts', 'src/words/en-cataloguing.ts'],
  loader: ['src/words/en-staff.ts', 'src/words/en-cataloguing.ts', 'src/words/en-loading.ts'],
  mapper: [
    'src/words/en-staff.ts',
    'src/words/en-cataloguing.ts',
    'src/words/en-loading.ts',
    'src/words/en/item-mapping.ts',
  ],
};
const rooms: [room: string, entry: string, budget: keyof typeof budgets][] = [
  ['home', '', 'patron'],
  ['search', 'src/rooms/search/search-room.tsx', 'patron'],
  ['record', 'src/rooms/record/record-room.tsx', 'patron'],
  ['openurl', 'src/rooms/openurl/openurl-room.tsx', 'patron'],
  ['account', 'src/rooms/account/account-room.tsx', 'patron'],
  ['sign-in', 'src/rooms/sign-in/sign-in-room.tsx', 'patron'],
  ['desk', 'src/rooms/desk/desk-room.tsx', 'staff'],
  ['pull list', 'src/rooms/pull/pull-room.tsx', 'staff'],
  ['overdue and lost', 'src/rooms/late/late-room.tsx', 'staff'],
  ['loans', 'src/rooms/loans/loans-room.tsx', 'staff'],
  ['one loan', 'src/rooms/loan/loan-room.tsx', 'staff'],
  ['copyright', 'src/rooms/copyright/copyright-room.tsx', 'staff'],
  ['partners', 'src/rooms/partners/partners-room.tsx', 'staff'],
  ['one partner', 'src/rooms/partners/partner-room.tsx', 'staff'],
  ['loan reports', 'src/rooms/loan-reports/reports-room.tsx', 'staff'],
  ['money', 'src/rooms/ledgers/ledgers-room.tsx', 'staff'],
  ['periods', 'src/rooms/periods/periods-room.tsx', 'staff'],
  ['statement', 'src/rooms/statements/statement-room.tsx', 'staff'],
  ['member account', 'src/rooms/accounts/member-account-room.tsx', 'staff'],
  ['month', 'src/rooms/month/month-room.tsx', 'staff'],
  ['loads', 'src/rooms/loads/loads-room.tsx', 'loader'],
  ['one load', 'src/rooms/loads/load-room.tsx', 'loader'],
  ['mapping of copies', 'src/rooms/item-mapping/mapping-room.tsx', 'mapper'],
  ['change many copies', 'src/rooms/item-changes/changes-room.tsx', 'cataloguer'],
  ['one change of copies', 'src/rooms/item-changes/change-room.tsx', 'cataloguer'],
  ['new copy', 'src/rooms/new-item/new-item-room.tsx', 'cataloguer'],
  ['a copy', 'src/rooms/copy/copy-room.tsx', 'cataloguer'],
  ['last copies', 'src/rooms/last-copies/last-copies-room.tsx', 'cataloguer'],
  ['duplicates', 'src/rooms/union/doubts-room.tsx', 'cataloguer'],
];

const dist = process.env.CONCORD_WEB_DIST ?? join(root, 'web', 'dist');
const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);

/** A chunk with all that it imports at once; what comes later (`import()`) is not of the first load. */
const closure = (manifest: Manifest, name: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunk.imports) closure(manifest, next, seen);
  return seen;
};

const sizeOf = (manifest: Manifest, entries: string[]): { js: number; css: number } => {
  const names = new Set(entries.flatMap((entry) => [...closure(manifest, entry)]));
  const chunks = [...names].flatMap((name) => manifest[name] ?? []);
  const kilobytes = (files: string[]): number => Math.round(gzipped(new Set(files)) / 100) / 10;
  return { js: kilobytes(chunks.map(({ file }) => file)), css: kilobytes(chunks.flatMap(({ css }) => css)) };
};

type Size = { room: string; js: number; css: number; jsBudget: number; cssBudget: number; within: boolean };

/** The first load of each room against its budget, kB gzipped; undefined when the web app is not built. */
export const measureWeb = (): Size[] | undefined => {
  const file = join(dist, '.vite', 'manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return rooms.map(([room, entry, kind]) => {
    const words = wordsOf[kind];
    const size = sizeOf(manifest, ['index.html', ...(entry ? [entry] : []), ...words]);
    const { js, css } = budgets[kind];
    return { room, ...size, jsBudget: js, cssBudget: css, within: size.js <= js && size.css <= css };
  });
};

if (import.meta.main) {
  const rows = measureWeb();
  if (rows === undefined) {
    console.error('The web app is not built: run npm run build first.');
    process.exit(1);
  }
  console.log('First load of each room, kB gzipped (level 9)');
  console.table(rows);
  const within = rows.every((row) => row.within);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'web-size', rows, within }));
  if (!within) process.exitCode = 1;
}
