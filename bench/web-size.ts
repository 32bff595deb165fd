import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { webPages } from '../docs/web-messages.ts';
import { root } from '../local/places.ts';
import { languageCodes } from '../web/src/i18n/loaded-messages.ts';
import { filesOf, initialFiles } from '../web/src/i18n/message-files.generated.ts';

const chunkSchema = z.object({
  file: z.string(),
  src: z.string().optional(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
const manifestSchema = z.record(z.string(), chunkSchema);
type Manifest = z.infer<typeof manifestSchema>;

/** Budgets of the first load of a page, kB gzipped: patrons' pages must be small, staff's may be larger. */
const budgets = { patron: { js: 180, css: 20 }, staff: { js: 230, css: 25 } };
/** The frame of the pages of staff: loaded with each of them, and never with a page of patrons. */
const staffFrame = { name: 'StaffShell', entry: 'src/layout/staff-shell.tsx' };
/** The pages for patrons and the public; all others are staff's. */
export const patronPages = new Set([
  ...['HomePage', 'SearchPage', 'RecordPage', 'BrowsePage', 'CoursesPage', 'CoursePage', 'OpenUrlPage', 'CitePage'],
  ...[
    'AccountPage',
    'ListsPage',
    'ListPage',
    'SearchesPage',
    'SharedListPage',
    'SignInPage',
    'SignUpPage',
    'SignedInPage',
    'ForgottenPinPage',
    'LibrariesPage',
    'ChildrenPage',
    'CardPage',
    'WelcomePage',
    'TrustPage',
  ],
]);

const dist = process.env.CONCORD_WEB_DIST ?? join(root, 'web', 'dist');
const weights = new Map<string, number>();
const gzipped = (file: string): number => {
  const known = weights.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  weights.set(file, known);
  return known;
};

/** Returns a chunk with all its static imports; later ones (`import()`) are not part of the first load. */
const closure = (manifest: Manifest, name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name)) return seen;
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}: build the web app again.`);
  seen.add(name);
  for (const next of chunk.imports) closure(manifest, next, seen);
  return seen;
};

const sizeOf = (manifest: Manifest, entries: string[], messages: string[]): { js: number; css: number } => {
  const names = new Set(entries.flatMap((entry) => [...closure(manifest, entry)]));
  const chunks = [...names].flatMap((name) => manifest[name] ?? []);
  const kilobytes = (files: string[]): number =>
    Math.round([...new Set(files)].reduce((sum, file) => sum + gzipped(file), 0) / 100) / 10;
  return {
    js: kilobytes([...chunks.map(({ file }) => file), ...messages]),
    css: kilobytes(chunks.flatMap(({ css }) => css)),
  };
};

type Size = { page: string; js: number; css: number; jsBudget: number; cssBudget: number; within: boolean };

/**
 * Returns the first load of every page with its budget, kB gzipped, with its messages in the language in which they are largest;
 * undefined when the web app is not built.
 */
export const measureWeb = (): Size[] | undefined => {
  const file = join(dist, '.vite', 'manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [messages = ''] = globSync('assets/i18n-*', { cwd: dist });
  const pages = [{ name: 'HomePage', entries: [] }, ...webPages().map(({ name, file }) => ({ name, entries: [file] }))];
  return pages.map(({ name, entries }) => {
    const isPatrons = patronPages.has(name);
    const words = new Set([
      ...initialFiles,
      ...(filesOf[name] ?? []),
      ...(isPatrons ? [] : (filesOf[staffFrame.name] ?? [])),
    ]);
    const sizes = languageCodes.map((language) =>
      sizeOf(
        manifest,
        [
          'index.html',
          ...entries.map((entry) => entry.replace(/^web\//, '')),
          ...(isPatrons ? [] : [staffFrame.entry]),
        ],
        [...words].map((word) => join(messages, language, `${word}.json`)),
      ),
    );
    const js = Math.max(...sizes.map((size) => size.js));
    const css = Math.max(...sizes.map((size) => size.css));
    const budget = budgets[isPatrons ? 'patron' : 'staff'];
    return {
      page: name,
      js,
      css,
      jsBudget: budget.js,
      cssBudget: budget.css,
      within: js <= budget.js && css <= budget.css,
    };
  });
};

/** Prints the sizes of the pages, and the scores of Lighthouse where it is installed. */
const print = async (): Promise<void> => {
  const rows = measureWeb();
  if (rows === undefined) {
    console.error('The web app is not built: run npm run build first.');
    process.exitCode = 1;
    return;
  }
  console.log('First load of each page, kB gzipped (level 9)');
  console.table(rows);
  // Imported here: the test of the sizes needs no browser for it.
  const { measureLighthouse } = await import('./web-lighthouse.ts');
  const measured = await measureLighthouse();
  if (measured === undefined)
    console.log('No Lighthouse: CONCORD_LIGHTHOUSE names no folder in which it is installed.');
  else {
    console.log('Lighthouse, phone with a slow network: scores of 100, and seconds until the largest content is shown');
    console.table(measured);
  }
  const within = rows.every((row) => row.within);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'web-size', rows, within }));
  if (!within) process.exitCode = 1;
};

if (import.meta.main) void print();
