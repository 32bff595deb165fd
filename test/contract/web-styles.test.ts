import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const kit = join(root, 'node_modules/@mantine/core');
const sources = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

/** Parts that a used component only offers as members (`Checkbox.Card`): unstyled unless a source names them. */
const offered = ['CheckboxCard', 'CheckboxIndicator'];

/** Returns the values that a source imports from a package, without types. */
const importedFrom = (name: string, source: string): string[] =>
  [...source.matchAll(new RegExp(`import \\{([^}]*)\\} from ["']${name}["']`, 'g'))]
    .flatMap(([, list = '']) => list.split(','))
    .map((one) => one.trim())
    .filter((one) => /^[A-Z]/.test(one));

/** Returns the style sheets that a file of Mantine needs: its own and those of all its parts. */
const sheetsOf = (file: string, seen = new Set<string>()): string[] => {
  if (seen.has(file)) return [];
  seen.add(file);
  if (file.endsWith('.module.mjs')) return [basename(file, '.module.mjs')];
  return [...readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)].flatMap(([, path = '']) =>
    sheetsOf(resolve(dirname(file), path), seen),
  );
};

const toasts = globSync('node_modules/@mantine/notifications/esm/**/*.mjs', { cwd: root });
const used = new Set([
  ...sources.flatMap((source) => importedFrom('@mantine/core', source)),
  ...toasts.flatMap((file) => importedFrom('@mantine/core', readFileSync(join(root, file), 'utf8'))),
]);
const files = [...used].flatMap((name) =>
  globSync(`esm/components/**/${name}.mjs`, { cwd: kit }).map((path) => [name, join(kit, path)] as const),
);
const loaded = new Set(
  sources.flatMap((source) => [...source.matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name]) => name)),
);

test('components are found', () => {
  expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['Button', 'PasswordInput', 'Notification']));
});

test.each(files)('%s imports every style sheet that it uses', (_, file) => {
  const missing = sheetsOf(file).filter((name) => !offered.includes(name) && !loaded.has(name));
  expect(missing).toEqual([]);
});

test('styles name the beginning and the end of a line, never left and right, so that pages in Arabic or Hebrew are mirrored', () => {
  const physical =
    /(?:margin|padding|border)-(?:left|right)\b(?!-radius)|^\s*(?:left|right):|text-align: (?:left|right)/m;
  const sheets = globSync('web/src/**/*.css', { cwd: root });
  expect(sheets.length).toBeGreaterThan(50);
  expect(sheets.filter((file) => physical.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
