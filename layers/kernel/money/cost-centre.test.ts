import { costCentreSchema } from './cost-centre.ts';

const isCode = (text: string): boolean => costCentreSchema.safeParse(text).success;

test.each(['4711', 'LIB-2026/07.1', 'a', 'A1.B2-C3', 'x'.repeat(40)])('%j is a cost centre', (text) => {
  expect(isCode(text)).toBe(true);
});

test.each(['', ' ', 'Amara Okafor', '-1', '1-', '1--2', '1./2', '=1+1', 'x'.repeat(41), '4711\n', 'é'])(
  '%j is none: a bill shows no free text',
  (text) => {
    expect(isCode(text)).toBe(false);
  },
);
