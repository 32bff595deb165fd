import * as z from 'zod';

const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

/** A test that ran: its full name, and whether it passed. */
export type NamedTest = { name: string; passed: boolean };

/** Returns the tests that ran, from jest's JSON report, without filtered ones; undefined when it is not a report. */
export const testsIn = (report: unknown): NamedTest[] => {
  const read = reportSchema.safeParse(report);
  if (!read.success) return [];
  return read.data.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status }) => ({ name: fullName, passed: status === 'passed' }));
};

/** Returns the pattern of a case number in a test's name: what begins it (a letter, or a pattern) and digits, as a separate word. */
export const caseNumber = (letter: string): string => `\\b${letter}\\d+\\b`;

/** Groups the tests by the case number (`C12`) in their names; a range such as "C1 to C3" matches its ends only. */
export const byCase = (tests: readonly NamedTest[], letter: string): Map<string, NamedTest[]> => {
  const cases = new Map<string, NamedTest[]>();
  for (const test of tests)
    for (const number of new Set(test.name.match(new RegExp(caseNumber(letter), 'g'))))
      cases.set(number, [...(cases.get(number) ?? []), test]);
  return cases;
};
