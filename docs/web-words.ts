import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { operations } from '../functions/operations.ts';
import { stepCodes } from '../functions/resource-sharing/schemas/step-refusals.ts';
import { commonRefusals } from '../layers/platform/http/problem.ts';

const source = 'web/src';
const read = (file: string): string => readFileSync(file, 'utf8');

/** A room or a part that comes when it is opened: the component's name, and its file. */
export type Coming = { name: string; file: string };
const coming = /\b(?:room|lazyPart)\(\s*\(\) => import\('(\.[^']+)'\),\s*'(\w+)',?\s*\)/g;
const comingIn = (file: string): Coming[] =>
  [...read(file).matchAll(coming)].map(([, path = '', name = '']) => ({ name, file: join(dirname(file), path) }));

/** Every room, as the routes name them; the words of a room are listed by these names. */
export const webRooms = (): Coming[] => comingIn(`${source}/app/routes.tsx`);

const importsOf = (file: string): string[] => {
  const rest = read(file).replaceAll(coming, '');
  return [
    ...rest.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gm),
    ...rest.matchAll(/import\('(\.[^']+)'\)/g),
  ].map(([, path = '']) => join(dirname(file), path));
};

/** A file with all that it draws in, but for what comes when it is opened and the words themselves. */
const withImports = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || file.startsWith(`${source}/i18n/`)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) withImports(next, seen);
  return seen;
};

const nameOf = (file: string): string => basename(file, '.ts');
const listOf = (file: string): string => nameOf(file).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const wordFiles = (): string[] => globSync(`${source}/i18n/en/*.ts`).sort();

/** Every sentence's key with the file that it stands in. */
const keysByFile = (): [key: string, file: string][] =>
  wordFiles().flatMap((file) =>
    [...read(file).matchAll(/^ {2}'([a-z-]+\.[\w.-]+)':/gm)].map(([, key = '']): [string, string] => [
      key,
      nameOf(file),
    ]),
  );

/**
 * The codes with which what is called may refuse. What takes many steps at once refuses each of them within its success; why a partner's
 * message moved nothing may be why its step was refused.
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

/** How a source may name a sentence: whole, by what it begins or ends with, or by a list that a code is looked up in. */
const saidIn = (text: string): ((key: string) => boolean) => {
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
  const whole = new Set(all(/['"]([a-z-]+\.[\w.-]+)['"]/g));
  const begun = all(/`([a-z-]+\.[\w.-]*)\$\{/g);
  const ends = all(/`\$\{\w+\}(\.[\w.-]+)`/g);
  const plain = new Set(ends.length > 0 ? all(/['"]([a-z-]+)['"]/g) : []);
  const lists = new Set(
    all(/sayOf\(([^,]*),/g).flatMap((asked) => [...asked.matchAll(/'([a-z-]+)'/g)].map(([, one]) => one)),
  );
  // Of refusals only those that can come are said, each also with its own reasons as a list of its name.
  lists.delete('problem');
  for (const code of all(/sayOf\('problem', '([a-z-]+)'/g)) whole.add(`problem.${code}`);
  const refusals = refusalsIn(text);
  for (const code of refusals) whole.add(`problem.${code}`);
  for (const code of refusals) lists.add(code);
  return (key) =>
    whole.has(key) ||
    lists.has(key.slice(0, key.indexOf('.'))) ||
    begun.some((start) => key.startsWith(start)) ||
    ends.some((end) => key.endsWith(end) && plain.has(key.slice(0, -end.length)));
};

const filesSaidBy = (files: Iterable<string>, keys: readonly [key: string, file: string][]): Set<string> => {
  const said = [...files].map((file) => saidIn(read(file)));
  return new Set(keys.filter(([key]) => said.some((says) => says(key))).map(([, file]) => file));
};

/** The files of words of each room and part, beside those that are there from the start: a function of the web app's source. */
const wordsByName = () => {
  const keys = keysByFile();
  const first = filesSaidBy(withImports(`${source}/app/main.tsx`), keys);
  const opened = globSync(`${source}/**/*.{ts,tsx}`).flatMap(comingIn);
  const rows = opened.map(({ name, file }): [string, string[]] => {
    const said = filesSaidBy(withImports(file), keys);
    return [name, [...said].filter((one) => !first.has(one)).sort()];
  });
  return { first: [...first].sort(), rows: rows.sort(([one], [other]) => one.localeCompare(other)) };
};

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Which words come with which room, so that none waits for the words of others. */
export const webWords = (): string => {
  const { first, rows } = wordsByName();
  return `// Generated from what the rooms say by npm run gen.
/** A file of sentences, of the same name in every language. */
export type WordFile =
${wordFiles()
  .map((file) => `  | '${nameOf(file)}'`)
  .join('\n')};
/** The name of a sentence. */
export type WordKey =
${wordFiles()
  .map((file) => `  | keyof typeof import('./en/${nameOf(file)}.ts').${listOf(file)}`)
  .join('\n')};
/** The files that are there from the start. */
export const firstWords: readonly WordFile[] = [${quoted(first)}];
/** The files that come with a room, or with a part when it is opened, by the component's name. */
export const wordsOf: Readonly<Record<string, readonly WordFile[]>> = {
${rows.map(([name, files]) => `  ${name}: [${quoted(files)}],`).join('\n')}
};
`;
};
