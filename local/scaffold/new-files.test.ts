import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { makeContext, makeOperation } from './new-files.ts';
import { TO_WRITE } from './templates.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-new-files-'));
  mkdirSync(join(root, 'functions'));
  mkdirSync(join(root, 'docs'));
  writeFileSync(
    join(root, 'functions/context-order.ts'),
    "export const contextOrder = [\n  'outbox',\n  'items',\n];\n",
  );
  writeFileSync(join(root, 'docs/architecture.md'), '| context | what it owns |\n|---|---|\n| outbox | the relay |\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const errorsIn = (path: string) =>
  ts
    .transpileModule(read(path), { reportDiagnostics: true, fileName: path })
    .diagnostics?.map(({ messageText }) => messageText);
const operation = (name: string, context = 'lending') => makeOperation(root, { context, name, service: 'circulation' });

test('a new context has a README and keys to write, and its place in the order and in the architecture', () => {
  const made = makeContext(root, 'lending');
  expect(made).toEqual([
    'functions/lending/README.md',
    'functions/lending/data/keys.ts',
    'functions/context-order.ts',
    'docs/architecture.md',
  ]);
  expect(errorsIn('functions/lending/data/keys.ts')).toEqual([]);
  expect(read('functions/context-order.ts')).toContain("  'outbox',\n  'lending',\n  'items',\n");
  expect(read('docs/architecture.md')).toContain(`| outbox | the relay |\n| lending | ${TO_WRITE} |\n`);
});

test('an operation is a contract, a handler, a use case, its dependencies and a test that fails until it is written', () => {
  makeContext(root, 'lending');
  const made = operation('list-loans');
  expect(made).toEqual([
    'functions/lending/operations/list-loans/contract.ts',
    'functions/lending/operations/list-loans/handler.ts',
    'functions/lending/use-cases/list-loans.ts',
    'test/stores/lending/list-loans.test.ts',
    'functions/lending/deps.ts',
  ]);
  expect(made.flatMap(errorsIn)).toEqual([]);
  expect(made.filter((file) => !read(file).includes(TO_WRITE))).toEqual([
    'functions/lending/operations/list-loans/handler.ts',
  ]);
});

test('the files of an operation have its names; a reading name is a GET, another a POST that writes', () => {
  makeContext(root, 'lending');
  operation('list-loans');
  operation('open-loan');
  const reading = read('functions/lending/operations/list-loans/contract.ts');
  expect(reading).toContain("id: 'lending-list-loans'");
  expect(reading).toContain("method: 'GET'");
  expect(reading).toContain("path: '/v1/lending/loans'");
  const writing = read('functions/lending/operations/open-loan/contract.ts');
  expect(writing).toContain("method: 'POST'");
  expect(writing).toContain("touches: { table: 'write' }");
  expect(read('functions/lending/operations/open-loan/handler.ts')).toContain(
    "import { openLoan } from '../../use-cases/open-loan.ts';",
  );
});

test('a further operation adds its dependencies to deps.ts, with the imports that are missing, and changes nothing in it', () => {
  makeContext(root, 'lending');
  writeFileSync(
    join(root, 'functions/lending/deps.ts'),
    "import { ours } from './data/ours.ts';\n\nexport { ours };\n",
  );
  operation('open-loan');
  operation('close-loan');
  const deps = read('functions/lending/deps.ts');
  expect(deps).toContain("import { ours } from './data/ours.ts';\n\nexport { ours };\n");
  expect(deps.match(/import \{ openTable \}/g)).toHaveLength(1);
  expect(deps).toContain('export const openLoanDeps = ');
  expect(deps).toContain('export type CloseLoanDeps = ');
  expect(read('functions/lending/operations/open-loan/handler.ts')).toContain(
    "import { openLoanDeps } from '../../deps.ts';",
  );
  expect(errorsIn('functions/lending/deps.ts')).toEqual([]);
});

test('no file is overwritten, and none is written when one exists', () => {
  makeContext(root, 'lending');
  mkdirSync(join(root, 'functions/lending/use-cases'));
  writeFileSync(join(root, 'functions/lending/use-cases/open-loan.ts'), 'ours');
  expect(() => operation('open-loan')).toThrow('use-cases/open-loan.ts is there already');
  expect(() => read('functions/lending/operations/open-loan/contract.ts')).toThrow();
  operation('list-loans');
  expect(() => operation('list-loans')).toThrow('lending-list-loans is there already');
  expect(() => makeContext(root, 'lending')).toThrow('is there already');
});

test.each(['loan', 'OpenLoan', 'open_loan', 'open-', '../open-loan', ''])(
  '"%s" is not a valid name of an operation',
  (name) => {
    makeContext(root, 'lending');
    expect(() => operation(name)).toThrow('is no name');
  },
);

test('a name with a meaningless word is refused, and so is an operation of no context', () => {
  makeContext(root, 'lending');
  expect(() => operation('open-door')).toThrow('"door" says nothing to a stranger');
  expect(() => makeContext(root, 'rooms')).toThrow('"rooms" says nothing to a stranger');
  expect(() => operation('open-loan', 'unheard-of')).toThrow('There is no context "unheard-of"');
  expect(() => makeContext(root, 'Lending')).toThrow('is no name');
});
