import { functionsWith, sourcesIn } from './reach.ts';

const output = (id: string, ...shared: string[]) => {
  const entryPoint = `functions/${id}/handler.ts`;
  return { entryPoint, inputs: Object.fromEntries([entryPoint, ...shared].map((file) => [file, {}])) };
};
const idOf = (file: string) => /^functions\/(.+)\/handler\.ts$/.exec(file)?.[1];
const sources = sourcesIn(
  {
    outputs: {
      'out/renew/index.mjs': output('renew', 'layers/kernel/calendar.ts', 'functions/loans.ts'),
      'out/check-out/index.mjs': output('check-out', 'layers/kernel/calendar.ts', 'functions/loans.ts'),
      'out/search/index.mjs': output('search', 'layers/kernel/calendar.ts'),
      'out/chunk.mjs': { inputs: { 'functions/loans.ts': {} } },
    },
  },
  idOf,
);

test('a changed handler affects its own function only', () => {
  expect(functionsWith(sources, ['functions/renew/handler.ts'])).toEqual(['renew']);
});

test('a shared file affects every function that contains it, each once', () => {
  expect(functionsWith(sources, ['functions/loans.ts'])).toEqual(['check-out', 'renew']);
  expect(functionsWith(sources, ['functions/loans.ts', 'layers/kernel/calendar.ts'])).toEqual([
    'check-out',
    'renew',
    'search',
  ]);
});

test('a file in no function affects none', () => {
  expect(functionsWith(sources, ['functions/renew/handler.test.ts', 'docs/glossary.md'])).toEqual([]);
});
