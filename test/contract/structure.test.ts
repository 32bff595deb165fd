import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bucketPrefixesOf } from '../../functions/bucket-prefixes.ts';
import { keys as catalogue } from '../../functions/catalogue/public/keys.ts';
import { keys as circulation } from '../../functions/circulation/public/keys.ts';
import { consumers } from '../../functions/consumers.ts';
import { contextOrder } from '../../functions/context-order.ts';
import { keys as items } from '../../functions/items/public/keys.ts';
import { contexts, handlerFileOf } from '../../functions/load-contracts.ts';
import { keys as membership } from '../../functions/membership/public/keys.ts';
import { operations } from '../../functions/operations.ts';
import { keys as patrons } from '../../functions/patrons/public/keys.ts';
import { trackedFiles } from '../../local/code/scan-names.ts';
import { handlerLines, looseFiles } from '../../local/code/structure.ts';
import { root } from '../../local/places.ts';
import { TO_WRITE } from '../../local/scaffold/templates.ts';

const shownKeys = { catalogue, circulation, items, membership, patrons };

test('every context has its place in the order of imports', () => {
  expect([...contextOrder].sort()).toEqual(contexts);
});

test.each(contexts)('the root of the context %s contains only what its structure names', (context) => {
  expect(looseFiles(context)).toEqual([]);
});

test('a handler has at most 30 lines without its imports', () => {
  const lengths = [...operations, ...consumers].map((contract) => {
    const file = handlerFileOf(contract);
    return [file, handlerLines(readFileSync(join(root, file), 'utf8'))] as const;
  });
  expect(lengths.filter(([, count]) => count > 30)).toEqual([]);
});

const handlerTexts = (contracts: Parameters<typeof handlerFileOf>[0][]): { file: string; text: string }[] =>
  contracts.map(handlerFileOf).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test('a handler awaits one thing at most and refuses for two reasons at most: more is a use case', () => {
  const handlers = handlerTexts([...operations, ...consumers]);
  expect(handlers.length).toBeGreaterThan(400);
  const deciding = handlers.filter(
    ({ text }) => countOf(text, /\bawait\b/g) > 1 || countOf(text, /\brefuse(?:For)?\(/g) > 2,
  );
  expect(deciding.map(({ file }) => file)).toEqual([]);
  // Several promises in one await are several things.
  const joining = handlerTexts([...operations]).filter(({ text }) => /\bPromise\.|\.then\(/.test(text));
  expect(joining.map(({ file }) => file)).toEqual([]);
});

test('a handler calls a use case, unless its operation reads one thing of one store and maps it', () => {
  const direct = handlerTexts([...operations, ...consumers]).filter(({ text }) => !text.includes('/use-cases/'));
  const reading = handlerTexts(operations.filter(({ method }) => method === 'GET')).map(({ file }) => file);
  expect(direct.filter(({ file }) => !reading.includes(file)).map(({ file }) => file)).toEqual([]);
  // The dependencies that such a handler takes are its last parameter.
  const taken = (text: string): string[] => (/\{ ([\w, ]+) \}\) =>/.exec(text)?.[1] ?? 'deps').split(', ');
  expect(direct.filter(({ text }) => taken(text).length > 1).map(({ file }) => file)).toEqual([]);
});

/** Returns the values, not types, that the text of a module exports. */
const exportedValues = (text: string): string[] => [
  ...[...text.matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type ')),
  ...[...text.matchAll(/^export (?:async )?(?:const|let|function|class|enum) (\w+)/gm)].map(([, name = '']) => name),
];

test('a file of a public folder exports one value with its types, or types only, and nothing as a whole', () => {
  const shown = trackedFiles().filter((file) => /^functions\/[^/]+\/public\/.*(?<!\.test)\.ts$/.test(file));
  const texts = shown.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  expect(shown.length).toBeGreaterThan(350);
  expect(texts.filter(({ text }) => exportedValues(text).length > 1).map(({ file }) => file)).toEqual([]);
  expect(texts.filter(({ text }) => /^export (?:\*|default)/m.test(text)).map(({ file }) => file)).toEqual([]);
  expect(exportedValues("export { a, type B, c as d } from './e.ts';\nexport const f = 1;")).toEqual([
    'a',
    'c as d',
    'f',
  ]);
});

/** Returns the names that a file imports or re-exports, each as the imported file and the name. */
const namesFrom = (file: string, keyword: 'import' | 'export'): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      new RegExp(`^${keyword} (?:type )?\\{([^}]*)\\} from '(\\.[^']+)'`, 'gm'),
    ),
  ]
    .flatMap(([, names = '', from = '']) =>
      names.split(',').map((name) => ({ name: name.trim().split(' as ')[0], from })),
    )
    .filter(({ name }) => name !== '')
    .map(({ name = '', from }) => `${join(dirname(file), from)} ${name.replace('type ', '')}`);

test('a builder of tests uses what a context shows through its public folder', () => {
  const files = trackedFiles().filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const shown = new Set(
    files.filter((file) => /^functions\/[^/]+\/public\//.test(file)).flatMap((file) => namesFrom(file, 'export')),
  );
  expect(shown.size).toBeGreaterThan(350);
  const used = files
    .filter((file) => file.startsWith('test/builders/'))
    .flatMap((file) => namesFrom(file, 'import').map((name) => ({ file, name })));
  const around = used.filter(
    ({ name }) => /^functions\/[^/]+\/(?:data|use-cases|deps)\b/.test(name) && shown.has(name),
  );
  expect(around).toEqual([]);
});

test('the folder of an operation or consumer holds its contract and its handler, and a test at most', () => {
  const others = trackedFiles().filter(
    (file) =>
      /^functions\/[^/]+\/(operations|consumers)\//.test(file) &&
      !/\/(operations|consumers)\/[^/]+\/(contract|handler|[\w-]+\.test)\.ts$/.test(file),
  );
  expect(others).toEqual([]);
});

test('a context shows other contexts the keys of the rows that they use, and no others', () => {
  const used = trackedFiles()
    .filter((file) => /^functions\/.*(?<!\.test)\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  for (const [context, keys] of Object.entries(shownKeys)) {
    const asked = used
      .filter(({ file }) => !file.startsWith(`functions/${context}/`))
      .flatMap(({ text }) => [...text.matchAll(new RegExp(`${context}Keys\\.\\w+\\('(\\w+)'`, 'g'))])
      .map(([, entity]) => entity);
    expect([context, [...new Set(asked)].sort()]).toEqual([context, Object.keys(keys.rows).sort()]);
  }
});

test('only styles and the files that the web app imports for their effect are said to have one', () => {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: string[] };
  const files = trackedFiles().filter((file) => /^(web\/src|functions|layers|events)\/.*(?<!\.test)\.tsx?$/.test(file));
  const imported = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^import '(\.[^']+)';$/gm)].map(([, path = '']) =>
      join(file, '..', path),
    ),
  );
  const effects = new Set([...imported.filter((path) => !path.endsWith('.css')), 'web/src/app/main.tsx']);
  expect([...sideEffects].sort()).toEqual([...effects, 'web/**/*.css'].sort());
});

test('lines of imports, also of several lines, and blank lines do not count as lines of a handler', () => {
  expect(handlerLines("import { a } from 'a';\nimport {\n  b,\n} from 'b';\n\nexport const c = 1;\n")).toBe(1);
});

test('every context has its row in the architecture', () => {
  const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  expect(contexts.filter((context) => !architecture.includes(`\n| ${context} |`))).toEqual([]);
});

test('no generated operation or context has an unfinished part', () => {
  // Not only those that git tracks: a generated file is new.
  const made = ['functions/**/*.{ts,md}', 'test/stores/**/*.ts', 'docs/architecture.md'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }),
  );
  expect(made.length).toBeGreaterThan(2000);
  expect(made.filter((file) => readFileSync(join(root, file), 'utf8').includes(TO_WRITE))).toEqual([]);
});

test('every operation is called by a test: of its handler, on the stores or beside it, or of its path on a deployment', () => {
  const textsOf = (pattern: string): string =>
    globSync(pattern, { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
  const handlers = ['test/{stores,builders,proofs}/**/*.ts', 'functions/**/*.test.ts'].map(textsOf).join('\n');
  const deployed = textsOf('test/deployed/*.test.ts');
  const untested = operations.filter((operation) => {
    const [, path] = /^\/v1(\/[^{]+)$/.exec(operation.path) ?? [];
    const isOnDeployment = path !== undefined && new RegExp(`['"\`]${path}['"\`?]`).test(deployed);
    return !handlers.includes(`/${handlerFileOf(operation)}'`) && !isOnDeployment;
  });
  expect(untested.map(({ id }) => id)).toEqual([]);
});

test('no test replaces a module of the project by a mock: handlers take their dependencies', () => {
  const tests = trackedFiles().filter((file) => /\.test\.tsx?$/.test(file));
  const mocking = tests.filter((file) => /jest\.mock\(\s*'\.{1,2}\//.test(readFileSync(join(root, file), 'utf8')));
  expect(tests.length).toBeGreaterThan(400);
  expect(mocking).toEqual([]);
});

test('finding W9: every AWS client of the functions has the timeouts of client-settings.ts', () => {
  const files = trackedFiles().filter((file) => /^(functions|layers)\/.*(?<!\.test)\.ts$/.test(file));
  const made = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/new \w+Client\(([^;]*)/g)].map(([, given = '']) => ({
      file,
      given,
    })),
  );
  expect(made.length).toBeGreaterThan(12);
  expect(made.filter(({ given }) => !given.includes('clientSettings('))).toEqual([]);
});

test('finding S12: only what writes the index calls the search engine by another method than GET', () => {
  const files = trackedFiles().filter((file) => /^functions\/.*(?<!\.test)\.ts$/.test(file));
  const others = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return (
      /search\/client\.ts|search-index\//.test(text) &&
      /method: '(?:POST|PUT|DELETE|HEAD)', path|method: 'POST',\n\s+path: `\//.test(text)
    );
  });
  const writers = ['sweep', 'versions', 'writer'].map((name) => `functions/catalogue/data/search-index/${name}.ts`);
  expect(others.toSorted()).toEqual(writers.filter((file) => others.includes(file)));
  expect(others.length).toBeGreaterThan(1);
});

test('finding S12: the prefixes of a context’s files are those that its code names, and no context sees all', () => {
  const named = (context: string): string[] => {
    const texts = trackedFiles()
      .filter((file) => file.startsWith(`functions/${context}/data/`) && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(root, file), 'utf8'));
    const whole = texts.flatMap((text) =>
      [...text.matchAll(/prefix: '([a-z-]+\/)'|string =>\s+`([a-z-]+\/)\$\{/g)].map(
        ([, one, other]) => one ?? other ?? '',
      ),
    );
    const folders = texts.flatMap((text) =>
      [...text.matchAll(/hashedTexts\('([a-z-]+)'/g)].map(([, folder]) => `${folder}/`),
    );
    return [...new Set([...whole, ...folders])].toSorted();
  };
  const own = contexts.flatMap((context) => named(context));
  expect(own.length).toBeGreaterThan(12);
  for (const context of contexts) {
    const granted = bucketPrefixesOf(context);
    expect([context, ...granted.filter((prefix) => named(context).includes(prefix)).toSorted()]).toEqual([
      context,
      ...named(context),
    ]);
    // Besides its own, only the bytes of records.
    expect(granted.filter((prefix) => !named(context).includes(prefix) && prefix !== 'sources/')).toEqual([]);
    expect(granted.length).toBeLessThan(own.length / 2);
  }
});
