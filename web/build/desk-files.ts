import type { Plugin } from 'vite';
import { languageCodes } from '../src/i18n/loaded-messages.ts';
import { filesOf, initialFiles } from '../src/i18n/message-files.generated.ts';

/** A file of the build: a part of the app with what it imports, or a file as it is. */
type Built = {
  type: 'chunk' | 'asset';
  isEntry?: boolean;
  moduleIds?: readonly string[];
  imports?: readonly string[];
  dynamicImports?: readonly string[];
  viteMetadata?: { importedCss: ReadonlySet<string>; importedAssets: ReadonlySet<string> };
};

/** The parts of the app that the desk needs offline, by the end of the module's name; of `whole` also what they load later. */
const parts = ['desk/desk-page.tsx', 'desk/earlier-papers.tsx', 'layout/staff-shell.tsx'];
const whole = ['desk/offline/offline-desk.tsx', 'desk/offline/offline-report.tsx'];
const texts = [
  ...initialFiles,
  ...['DeskPage', 'EarlierPapers', 'StaffShell', 'OfflineDesk', 'OfflineReport'].flatMap((name) => filesOf[name] ?? []),
];
/** Files beside the app that every page loads. */
const fixed = ['/config.json', '/first-paint.js', '/mark.svg'];

/**
 * Returns the addresses of the files with which the desk opens and works without a network, in every language. Of the fonts those for Latin
 * letters only: for others the browser has its own.
 */
export const deskFiles = (bundle: Readonly<Record<string, Built>>): string[] => {
  const found = new Set<string>();
  const add = (name: string, isWhole: boolean): void => {
    const chunk = bundle[name];
    if (!chunk || found.has(name)) return;
    found.add(name);
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
    for (const file of [...importedCss, ...importedAssets]) found.add(file);
    for (const file of [...(chunk.imports ?? []), ...(isWhole ? (chunk.dynamicImports ?? []) : [])]) add(file, isWhole);
  };
  const has = (chunk: Built, ends: readonly string[]): boolean =>
    chunk.moduleIds?.some((id) => ends.some((end) => id.endsWith(end))) ?? false;
  const messages = languageCodes.flatMap((language) => texts.map((file) => `/${language}/${file}.json`));
  for (const [name, chunk] of Object.entries(bundle)) {
    if (has(chunk, whole)) add(name, true);
    if (chunk.isEntry || has(chunk, parts) || messages.some((end) => name.endsWith(end))) add(name, false);
  }
  const needed = [...found].filter((name) => !name.endsWith('.woff2') || name.includes('-latin-wght-normal'));
  return [...needed.map((name) => `/${name}`), ...fixed].sort();
};

/** Writes the list of the files that the worker of the desk stores (`desk-worker.js`). */
export const deskFilesPlugin = (): Plugin => ({
  name: 'desk-files',
  generateBundle(_, bundle) {
    const source = JSON.stringify(deskFiles(bundle as unknown as Record<string, Built>));
    this.emitFile({ type: 'asset', fileName: 'desk-files.json', source });
  },
});
