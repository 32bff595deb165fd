import { functionsWith, sourcesIn } from './reach.ts';

const output = (...files: string[]) => ({ inputs: Object.fromEntries(files.map((file) => [file, {}])) });
const sources = sourcesIn({
  outputs: {
    'out/circulation-write/index.mjs': output('layers/dispatch.ts'),
    'out/circulation-write/handler-A.mjs': output('functions/circulation/operations/renew/handler.ts'),
    'out/circulation-write/chunk-B.mjs': output('layers/kernel/calendar.ts', 'functions/loans.ts'),
    'out/discovery-read/index.mjs': output('layers/dispatch.ts', 'layers/kernel/calendar.ts'),
  },
});

test('a changed handler affects the function of its group only', () => {
  expect(functionsWith(sources, ['functions/circulation/operations/renew/handler.ts'])).toEqual(['circulation-write']);
});

test('a shared file affects every function that contains it, in whatever chunk, each once', () => {
  expect(functionsWith(sources, ['functions/loans.ts', 'layers/kernel/calendar.ts', 'layers/dispatch.ts'])).toEqual([
    'circulation-write',
    'discovery-read',
  ]);
});

test('a file in no function affects none', () => {
  expect(functionsWith(sources, ['functions/renew/handler.test.ts', 'docs/glossary.md'])).toEqual([]);
});
