import { contextOrder } from '../../functions/context-order.ts';
import { levels, testsFor } from './tests-for.ts';

const selected = (...files: string[]) => Object.fromEntries(testsFor(files));
const everything = Object.fromEntries(levels.map((level) => [level, []]));

test('no change, or one of documents only, requires the checks only', () => {
  expect(selected()).toEqual({ checks: [] });
  expect(selected('README.md', 'docs/architecture.md', 'functions/circulation/README.md')).toEqual({ checks: [] });
});

test('a change of a context requires its tests and those of the contexts above it, and of none below', () => {
  const { domain, unit, contract, stores, browser, deployed, iam } = selected(
    'functions/circulation/domain/holds/queue.ts',
  );
  expect(unit).toEqual([...(domain ?? []), 'test/proofs/']);
  expect(domain).toEqual(
    contextOrder.slice(0, contextOrder.indexOf('circulation') + 1).map((context) => `functions/${context}/`),
  );
  expect(stores).toContain('test/stores/circulation/');
  expect(stores).toContain('test/stores/finance/');
  expect(stores).toContain('test/stores/(http|data)/');
  expect(stores).not.toContain('test/stores/catalogue/');
  expect(browser).toContain('test/browser/circulation/');
  expect(browser).not.toContain('test/browser/discovery/');
  expect([contract, iam, deployed]).toEqual([[], [], undefined]);
});

test('the top context requires only its own tests, the lowest those of all contexts', () => {
  expect(selected('functions/outbox/consumers/relay-changes/handler.ts').unit).toEqual([
    'functions/outbox/',
    'test/proofs/',
  ]);
  expect(selected('functions/membership/deps.ts').domain).toHaveLength(contextOrder.length);
});

test('changes of several contexts name each test once', () => {
  const both = selected('functions/circulation/deps.ts', 'functions/finance/deps.ts');
  expect(both).toEqual(selected('functions/circulation/deps.ts'));
});

test.each([
  'layers/kernel/money/split.ts',
  'functions/operations.ts',
  'functions/unheard-of/deps.ts',
  'events/published.ts',
  'demo/members.ts',
  'test/builders/tokens.ts',
  'package-lock.json',
])('a change of %s requires everything', (file) => {
  expect(selected(file, 'functions/circulation/deps.ts')).toEqual(everything);
});

test('a changed test requires itself', () => {
  const path = 'test/stores/circulation/loans.test.ts';
  expect(selected(path)).toEqual({ checks: [], stores: [path] });
  const beside = 'layers/kernel/money/split.test.ts';
  expect(selected(beside)).toEqual({ checks: [], domain: [beside], unit: [beside] });
});

test('a change of a feature requires its browser tests, one of the whole web app all of them', () => {
  const { browser, contract, stores } = selected('web/src/features/circulation/desk/desk.tsx');
  expect(browser).toEqual(['test/browser/[^/]+\\.test', 'test/browser/circulation/']);
  expect([contract, stores]).toEqual([['test/contract/web-'], undefined]);
  expect(selected('web/src/layout/header.tsx', 'web/src/features/circulation/desk/desk.tsx').browser).toEqual([]);
});

test('a change of infra or of the local stack requires the tests on the deployed system', () => {
  expect(selected('infra/app.ts')).toEqual({ checks: [], infra: [], iam: [] });
  expect(selected('local/deploy.ts')).toEqual({ checks: [], unit: ['local/'], contract: [], deployed: [] });
});
