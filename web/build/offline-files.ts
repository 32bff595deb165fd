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

/** What a page needs offline: parts of the app by the end of the module's name, of `whole` also what they load later, and the components with texts. */
type Needs = { parts: readonly string[]; whole: readonly string[]; names: readonly string[] };

/** The pages that open without a network, by the name of the list of their files. */
export const offlinePages: Readonly<Record<'desk' | 'card', Needs>> = {
  desk: {
    parts: ['desk/desk-page.tsx', 'desk/earlier-papers.tsx', 'layout/staff-shell.tsx'],
    whole: ['desk/offline/offline-desk.tsx', 'desk/offline/offline-report.tsx'],
    names: ['DeskPage', 'EarlierPapers', 'StaffShell', 'OfflineDesk', 'OfflineReport'],
  },
  card: { parts: ['patrons/card/card-page.tsx'], whole: [], names: ['CardPage'] },
};
/** Files beside the app that every page loads. */
const fixed = ['/config.json', '/first-paint.js', '/manifest.json', '/mark.svg', '/start.js'];

/**
 * Returns the addresses of the files with which a page opens and works without a network, in every language. Of the fonts those for Latin
 * letters only: for others the browser has its own.
 */
export const offlineFiles = (bundle: Readonly<Record<string, Built>>, { parts, whole, names }: Needs): string[] => {
  const texts = [...initialFiles, ...names.flatMap((name) => filesOf[name] ?? [])];
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

/** Writes the lists of the files that the workers of pages store (`offline-worker.js`). */
export const offlineFilesPlugin = (): Plugin => ({
  name: 'offline-files',
  generateBundle(_, bundle) {
    for (const [page, needs] of Object.entries(offlinePages)) {
      const source = JSON.stringify(offlineFiles(bundle as unknown as Record<string, Built>, needs));
      this.emitFile({ type: 'asset', fileName: `${page}-files.json`, source });
    }
  },
});
