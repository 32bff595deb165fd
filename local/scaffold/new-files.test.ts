import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { makeContext, makeOperation } from './new-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-new-files-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const errorsIn = (path: string) =>
  ts
    .transpileModule(read(path), { reportDiagnostics: true, fileName: path })
    .diagnostics?.map(({ messageText }) => messageText);
const operation = (name: string, context = 'lending') => makeOperation(root, { context, name, service: 'circulation' });

test('a new context has a README that lists what to write, and its first operation adds deps.ts', () => {
  expect(makeContext(root, 'lending')).toEqual(['functions/lending/README.md']);
  const made = operation('list-loans');
  expect(made).toEqual([
    'functions/lending/operations/list-loans/contract.ts',
    'functions/lending/operations/list-loans/handler.ts',
    'functions/lending/use-cases/list-loans.ts',
    'functions/lending/use-cases/list-loans.test.ts',
    'functions/lending/deps.ts',
  ]);
  expect(made.flatMap(errorsIn)).toEqual([]);
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

test('in a context with deps.ts that file is unchanged', () => {
  makeContext(root, 'lending');
  writeFileSync(join(root, 'functions/lending/deps.ts'), 'export const ours = 1;\n');
  expect(operation('open-loan')).not.toContain('functions/lending/deps.ts');
  expect(read('functions/lending/deps.ts')).toBe('export const ours = 1;\n');
  expect(read('functions/lending/operations/open-loan/handler.ts')).not.toContain('deps.ts');
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
