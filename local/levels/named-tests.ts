import * as z from 'zod';

const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

/** A test that ran: its whole name, and whether it passed. */
export type NamedTest = { name: string; passed: boolean };

/** The tests that ran, by jest's JSON report; those left out by a pattern are none. Gives nothing when it is no report. */
export const testsIn = (report: unknown): NamedTest[] => {
  const read = reportSchema.safeParse(report);
  if (!read.success) return [];
  return read.data.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status }) => ({ name: fullName, passed: status === 'passed' }));
};

/** How a case's number stands in a test's name: a letter and digits, a word of its own. */
export const caseNumber = (letter: string): string => `\\b${letter}\\d+\\b`;

/** What the tests say of each case whose number (`C12`) stands in their names; a range like "C1 to C3" names its ends only. */
export const byCase = (tests: readonly NamedTest[], letter: string): Map<string, NamedTest[]> => {
  const cases = new Map<string, NamedTest[]>();
  for (const test of tests)
    for (const number of new Set(test.name.match(new RegExp(caseNumber(letter), 'g'))))
      cases.set(number, [...(cases.get(number) ?? []), test]);
  return cases;
};
