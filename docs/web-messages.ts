import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { operations } from '../functions/operations.ts';
import { stepCodes } from '../functions/resource-sharing/schemas/step-refusals.ts';
import { commonRefusals } from '../layers/platform/http/problem.ts';

const source = 'web/src';
const read = (file: string): string => readFileSync(file, 'utf8');

/** A page or component that is loaded when it is first shown: the component's name, and its file. */
export type LazyComponent = { name: string; file: string };
const lazy = /\b(?:lazyPage|lazyComponent)\(\s*\(\) => import\('(\.[^']+)'\),\s*'(\w+)',?\s*\)/g;
const lazyIn = (file: string): LazyComponent[] =>
  [...read(file).matchAll(lazy)].map(([, path = '', name = '']) => ({ name, file: join(dirname(file), path) }));

/** Returns every page named in the routes; a page's message files are listed under this name. */
export const webPages = (): LazyComponent[] => lazyIn(`${source}/app/routes.tsx`);

const importsOf = (file: string): string[] => {
  const rest = read(file).replaceAll(lazy, '');
  return [
    ...rest.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gm),
    ...rest.matchAll(/import\('(\.[^']+)'\)/g),
  ].map(([, path = '']) => join(dirname(file), path));
};

/** Returns a file with all its imports, except lazy components and the messages themselves. */
const withImports = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || file.startsWith(`${source}/i18n/`)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) withImports(next, seen);
  return seen;
};

const nameOf = (file: string): string => basename(file, '.ts');
const exportOf = (file: string): string => nameOf(file).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const messageFiles = (): string[] => globSync(`${source}/i18n/en/*.ts`).sort();

/** Every message key with its file. */
const keysByFile = (): [key: string, file: string][] =>
  messageFiles().flatMap((file) =>
    [...read(file).matchAll(/^ {2}'([a-z-]+\.[\w.-]+)':/gm)].map(([, key = '']): [string, string] => [
      key,
      nameOf(file),
    ]),
  );

/**
 * Returns the codes with which the called operations may refuse. An operation with several steps reports each step's refusal in its
 * success response. The reason why a partner's message changed nothing may be the reason of its refused step.
 */
const refusalsIn = (text: string): string[] => {
  const called = [...text.matchAll(/api\s*\.(GET|POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)];
  const found = called.flatMap(([, method, path]) =>
    operations.filter((one) => one.method === method && one.path === path),
  );
  const takesSteps = found.some(({ id }) => id === 'resource-sharing-take-steps') || text.includes("'mail-why'");
  const steps = takesSteps ? stepCodes : {};
  return Object.keys(Object.assign({}, commonRefusals, steps, ...found.map(({ refusals }) => refusals)));
};

/** Returns the keys that a source may use: a whole key, its beginning or end, or a prefix for a code. */
const messagesUsedIn = (text: string): ((key: string) => boolean) => {
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
  const whole = new Set(all(/['"]([a-z-]+\.[\w.-]+)['"]/g));
  const beginnings = all(/`([a-z-]+\.[\w.-]*)\$\{/g);
  const ends = all(/`\$\{\w+\}(\.[\w.-]+)`/g);
  const plain = new Set(ends.length > 0 ? all(/['"]([a-z-]+)['"]/g) : []);
  const prefixes = new Set(
    all(/textOf\(([^,]*),/g).flatMap((asked) => [...asked.matchAll(/'([a-z-]+)'/g)].map(([, one]) => one)),
  );
  // Only refusals that the called operations can return are used, each with its own reasons under a prefix of its name.
  prefixes.delete('problem');
  for (const code of all(/textOf\('problem', '([a-z-]+)'/g)) whole.add(`problem.${code}`);
  const refusals = refusalsIn(text);
  for (const code of refusals) whole.add(`problem.${code}`);
  for (const code of refusals) prefixes.add(code);
  return (key) =>
    whole.has(key) ||
    prefixes.has(key.slice(0, key.indexOf('.'))) ||
    beginnings.some((start) => key.startsWith(start)) ||
    ends.some((end) => key.endsWith(end) && plain.has(key.slice(0, -end.length)));
};

/** What each source uses; many pages share a source. */
const usesOf = new Map<string, ReturnType<typeof messagesUsedIn>>();
const usedIn = (file: string): ReturnType<typeof messagesUsedIn> => {
  const known = usesOf.get(file) ?? messagesUsedIn(read(file));
  usesOf.set(file, known);
  return known;
};

const filesUsedBy = (files: Iterable<string>, keys: readonly [key: string, file: string][]): Set<string> => {
  const uses = [...files].map(usedIn);
  return new Set(keys.filter(([key]) => uses.some((isUsed) => isUsed(key))).map(([, file]) => file));
};

/** Returns a component with the lazy components that it may load, and with theirs, except those named in `leftOut`. */
const withLazy = (component: LazyComponent, leftOut: ReadonlySet<string>): Map<string, LazyComponent> => {
  const found = new Map([[component.name, component]]);
  // A map yields what is added while it is read.
  for (const { file } of found.values())
    for (const part of [...withImports(file)].flatMap(lazyIn)) if (!leftOut.has(part.name)) found.set(part.name, part);
  return found;
};

/**
 * Returns the keys of the messages that pages may show, each with its file: the pages and the frame of the app, with their lazy components
 * except those named in `leftOut`.
 */
export const messagesShownBy = (
  pages: ReadonlySet<string>,
  leftOut: ReadonlySet<string>,
): [key: string, file: string][] => {
  const others = new Set([...leftOut, ...webPages().map(({ name }) => name)]);
  const frame = { name: 'App', file: `${source}/app/main.tsx` };
  const shown = [frame, ...webPages().filter(({ name }) => pages.has(name))];
  const files = new Set(
    shown.flatMap((one) => [...withLazy(one, others).values()]).flatMap(({ file }) => [...withImports(file)]),
  );
  const uses = [...files].map(usedIn);
  return keysByFile().filter(([key]) => uses.some((isUsed) => isUsed(key)));
};

/** Returns the message files of each lazy component beside the initial ones, read from the web app's source. */
const filesByComponent = () => {
  const keys = keysByFile();
  const initial = filesUsedBy(withImports(`${source}/app/main.tsx`), keys);
  const components = globSync(`${source}/**/*.{ts,tsx}`).flatMap(lazyIn);
  const rows = components.map(({ name, file }): [string, string[]] => {
    const used = filesUsedBy(withImports(file), keys);
    return [name, [...used].filter((one) => !initial.has(one)).sort()];
  });
  const pagesOf = (file: string): number => rows.filter(([, files]) => files.includes(file)).length;
  const counts = new Map(messageFiles().map((file) => [nameOf(file), pagesOf(nameOf(file))]));
  // Lists that begin alike are shorter when compressed, and they are part of each first load.
  const commonFirst = (one: string, other: string): number => (counts.get(other) ?? 0) - (counts.get(one) ?? 0);
  return {
    initial: [...initial].sort(),
    rows: rows
      .map(([name, files]): [string, string[]] => [name, files.toSorted(commonFirst)])
      .sort(([one], [other]) => one.localeCompare(other)),
  };
};

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Generates the module that lists the message files of each page, so that no page loads the messages of others. */
export const webMessages = (): string => {
  const { initial, rows } = filesByComponent();
  return `// Generated from the messages that pages use by npm run gen.
/** A file of messages, of the same name in every language. */
export type MessageFile =
${messageFiles()
  .map((file) => `  | '${nameOf(file)}'`)
  .join('\n')};
/** The key of a message. */
export type MessageKey =
${messageFiles()
  .map((file) => `  | keyof typeof import('./en/${nameOf(file)}.ts').${exportOf(file)}`)
  .join('\n')};
/** The files that are loaded with the app. */
export const initialFiles: readonly MessageFile[] = [${quoted(initial)}];
// One text for each list: it is shorter when compressed than a list of texts.
const of = (names: string): readonly MessageFile[] => names.split(' ') as MessageFile[];
/** The files that are loaded with a lazy component, by its name. */
export const filesOf: Readonly<Record<string, readonly MessageFile[]>> = {
${rows.map(([name, files]) => `  ${name}: ${files.length > 0 ? `of('${files.join(' ')}')` : '[]'},`).join('\n')}
};
`;
};
