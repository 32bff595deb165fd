import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../places.ts';
import { run } from '../run.ts';
import { cleanEnvironment } from '../tools.ts';
import type { Skipped } from './case-rows.ts';
import type { NamedTest } from './named-tests.ts';

const benchedSchema = z.object({
  cases: z.array(z.object({ case: z.string(), test: z.string(), passed: z.boolean() })),
  skipped: z.array(z.object({ case: z.string(), why: z.string() })).default([]),
});

/** The figures of a benchmark, and what it could not measure. */
export type Benched = { tests: NamedTest[]; skipped: Skipped[] };

const lastObject = (text: string): unknown => {
  const line = text.split('\n').findLast((one) => one.startsWith('{'));
  try {
    return line === undefined ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * Runs a benchmark that prints cases; returns its figures as tests named by their case, and what was skipped for lack of a tool. Throws
 * when it prints neither. Its output goes to a log in `logs`.
 */
export const benchedCases = async (bench: string, logs: string): Promise<Benched> => {
  const log = join(logs, `${bench.replaceAll('/', '-')}.log`);
  const args = ['--disable-warning=ExperimentalWarning', join(root, bench), '--json'];
  const code = await run({ command: process.execPath, args, cwd: root, env: cleanEnvironment(), log });
  const read = benchedSchema.safeParse(lastObject(readFileSync(log, 'utf8')));
  const { cases = [], skipped = [] } = read.data ?? {};
  if (cases.length + skipped.length === 0)
    throw new Error(`${bench} printed no cases (exit code ${code}, log: ${log}).`);
  return { tests: cases.map(({ case: number, test, passed }) => ({ name: `${number} ${test}`, passed })), skipped };
};
