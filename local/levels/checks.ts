import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkedFolders } from '../code/structure.ts';
import { tail } from '../engines/process-group.ts';
import { root } from '../places.ts';
import { run } from '../run.ts';
import { cleanEnvironment } from '../tools.ts';
import { writeWebSchema } from '../web-schema.ts';
import type { LevelResult } from './tally.ts';

/**
 * A check of the source, which passes when its command exits with 0. `needs` is a file without which it does not run; `prepare` writes
 * the generated files that its command reads.
 */
export type Check = { name: string; args: string[]; needs?: string; prepare?: () => Promise<void> };

const bin = (...path: string[]): string => join('node_modules', ...path);

/** The native compiler takes less processor time. It has no API yet, so programs that parse source use version 5. */
const tsc = bin('typescript-7', 'bin', 'tsc');
/** Each checker derives the types that it meets itself: the usual four take half as much processor time again as two, on two cores. */
const typesOf = (project: string): string[] => [tsc, '--noEmit', '--checkers', '2', '-p', project];

/** The checks of the source, each counted as one test. */
export const checks = {
  types: { name: 'types', args: typesOf('.'), prepare: writeWebSchema },
  web: {
    name: 'types of the web app',
    args: typesOf('web'),
    needs: 'web/tsconfig.json',
    prepare: writeWebSchema,
  },
  lint: { name: 'lint and format', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--max-diagnostics=30'] },
  direction: {
    name: 'direction of imports',
    args: [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), ...checkedFolders],
    needs: '.dependency-cruiser.cjs',
  },
  names: { name: 'plain names', args: ['local/check-names.ts'] },
  unused: { name: 'unused code', args: [bin('knip', 'bin', 'knip.js'), '--no-progress'], prepare: writeWebSchema },
  documents: { name: 'generated documents', args: ['docs/generate.ts', '--check'], needs: 'docs/generate.ts' },
} satisfies Record<string, Check>;

/** Runs one check. */
export const runCheck = async ({ name, args, needs, prepare }: Check, logs: string): Promise<LevelResult> => {
  const nothing = needs !== undefined && !existsSync(join(root, needs));
  if (nothing) return { tally: { passed: 0, failed: 0, skipped: 1 }, failures: [] };
  await prepare?.();
  const log = join(logs, `check-${name.replaceAll(' ', '-')}.log`);
  // dependency-cruiser fails on a missing folder.
  const there = args.filter((arg) => !/^[a-z]+$/.test(arg) || arg === 'check' || existsSync(join(root, arg)));
  const code = await run({ command: process.execPath, args: there, cwd: root, env: cleanEnvironment(), log });
  if (code === 0) return { tally: { passed: 1, failed: 0, skipped: 0 }, failures: [] };
  return { tally: { passed: 0, failed: 1, skipped: 0 }, failures: [`${name}\n${tail(log, 40)}`] };
};
