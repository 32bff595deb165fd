import type { Plugin } from 'vite';
import { filesOf } from '../src/i18n/message-files.generated.ts';

/** A file of the build, as far as it is read here. */
type Built = {
  type: 'chunk' | 'asset';
  fileName: string;
  isEntry?: boolean;
  facadeModuleId?: string | null;
  imports?: readonly string[];
  viteMetadata?: { importedCss: ReadonlySet<string> };
};

/** The pages that people open first besides those that the server makes: path, and the file and name of the component. */
const pages = [
  { path: '/libraries', file: 'membership/libraries/libraries-page.tsx', name: 'LibrariesPage' },
  { path: '/welcome', file: 'membership/welcome/welcome-page.tsx', name: 'WelcomePage' },
  { path: '/account', file: 'patrons/account/account-page.tsx', name: 'AccountPage' },
  { path: '/children', file: 'discovery/children/children-page.tsx', name: 'ChildrenPage' },
] as const;

/** Returns the files that each of these pages needs besides the app itself: its parts, styles and texts (by name). */
export const pageFiles = (bundle: Readonly<Record<string, Built>>): { path: string; files: string[] }[] => {
  const closureOf = (name: string, found = new Set<string>()): Set<string> => {
    const chunk = bundle[name];
    if (!chunk || found.has(name)) return found;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const next of chunk.imports ?? []) closureOf(next, found);
    return found;
  };
  const chunks = Object.values(bundle);
  const initial = new Set(chunks.flatMap((one) => (one.isEntry ? [...closureOf(one.fileName)] : [])));
  return pages.map(({ path, file, name }) => {
    const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/features/${file}`));
    if (page === undefined) throw new Error(`The build has no ${file}.`);
    const own = [...closureOf(page.fileName)].filter((one) => !initial.has(one));
    return { path, files: [...own, ...(filesOf[name] ?? [])] };
  });
};

/** Names in the index page the files of the first pages, which `first-paint.js` begins to load beside the app, as the app would ask for them only once it runs. */
export const pageFilesPlugin = (): Plugin => ({
  name: 'page-files',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      if (bundle === undefined) return [];
      const found = pageFiles(bundle as unknown as Record<string, Built>);
      const content = found.map(({ path, files }) => [path, ...files].join(' ')).join(';');
      return [{ tag: 'meta', attrs: { name: 'page-files', content }, injectTo: 'head-prepend' }];
    },
  },
});
