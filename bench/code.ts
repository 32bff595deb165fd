import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import * as z from 'zod';
import { consumers } from '../functions/consumers.ts';
import { contexts, handlerFileOf } from '../functions/load-contracts.ts';
import { operations } from '../functions/operations.ts';
import { refusedNames, trackedFiles } from '../local/code/scan-names.ts';
import { checkedFolders, handlerLines, looseFiles } from '../local/code/structure.ts';
import { quantile } from './quantile.ts';

/** The figures that a review measured before the code was organised by contexts (November 2026); empty where it gave none. */
const before: Record<string, string> = {
  'hand-written TypeScript without tests, files': '2,951',
  'lines of a file, median / 90th percentile': '49 / 130',
  'handlers over 30 lines': '125 of 363',
  'files at the root of a context, besides the five expected': '166',
  'imports against the order': '107',
  cycles: '4 (web, bench and test unchecked)',
  'modules in the bundle of a handler, median': '106 by the review, 120 as counted here',
  'casts / any / non-null / ignores': '359 / 1 / 0 / 22',
  'generated lines in git': '218,656 (ever added)',
  'refused names': 'about 7,700',
  'comment lines for 100 lines': '',
};

const handWritten = (): string[] =>
  trackedFiles().filter(
    (file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^test\//.test(file),
  );
const text = (file: string): string => readFileSync(file, 'utf8');

const violations = (): { rule: string }[] => {
  const program = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { stdout } = spawnSync(process.execPath, [program, ...checkedFolders, '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const found = z
    .object({ summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }) })
    .parse(JSON.parse(stdout));
  return found.summary.violations.map(({ rule }) => ({ rule: rule.name }));
};

const casts = (source: readonly string[]) => {
  const count = { casts: 0, any: 0, nonNull: 0, ignores: 0, comments: 0, lines: 0 };
  for (const file of source) {
    const code = text(file);
    count.lines += code.split('\n').length;
    count.ignores += code.match(/@ts-(ignore|expect-error)|biome-ignore/g)?.length ?? 0;
    count.comments += code.split('\n').filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length;
    const visit = (node: ts.Node): void => {
      if (ts.isAsExpression(node) && node.type.getText(file0) !== 'const') count.casts += 1;
      if (node.kind === ts.SyntaxKind.AnyKeyword) count.any += 1;
      if (ts.isNonNullExpression(node)) count.nonNull += 1;
      ts.forEachChild(node, visit);
    };
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file0 = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
    visit(file0);
  }
  return count;
};

/** Counts the modules that a handler needs of the project, each handler bundled alone: groups of functions share their chunks. */
const modulesOf = async (handler: string): Promise<number> => {
  const { metafile } = await build({
    ...{ entryPoints: [handler], bundle: true, write: false, metafile: true, outdir: 'unwritten', logLevel: 'error' },
    ...{ format: 'esm', platform: 'node', target: 'node22', packages: 'external' },
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.values(output.inputs));
  return inputs.filter(({ bytesInOutput }) => bytesInOutput > 0).length;
};

const modulesPerHandler = async (handlers: readonly string[]): Promise<number> => {
  const counts: number[] = [];
  for (const handler of handlers) counts.push(await modulesOf(handler));
  return quantile(
    counts.sort((one, other) => one - other),
    0.5,
  );
};

const generatedLines = (): number =>
  execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((file) => /generated|docs\/openapi\.json/.test(file))
    .reduce((sum, file) => sum + text(file).split('\n').length, 0);

const measure = async (): Promise<void> => {
  const source = handWritten();
  const handlers = [...operations, ...consumers].map(handlerFileOf);
  const found = violations();
  const against = found.filter(({ rule }) =>
    /^(order-of-contexts|layers-know|kernel-is|protocols-stand|platform-below)/.test(rule),
  );
  const counted = casts(source);
  const lines = source.map((file) => text(file).split('\n').length - 1).sort((one, other) => one - other);
  const now: Record<string, string> = {
    'hand-written TypeScript without tests, files': source.length.toLocaleString('en'),
    'lines of a file, median / 90th percentile': `${quantile(lines, 0.5)} / ${quantile(lines, 0.9)}`,
    'handlers over 30 lines': `${handlers.filter((file) => handlerLines(text(file)) > 30).length} of ${handlers.length}`,
    'files at the root of a context, besides the five expected': String(contexts.flatMap(looseFiles).length),
    'imports against the order': String(against.length),
    cycles: String(found.filter(({ rule }) => rule === 'no-circular').length),
    'other breaches of the walls': String(found.length - against.length),
    'modules in the bundle of a handler, median': String(await modulesPerHandler(handlers)),
    'casts / any / non-null / ignores': `${counted.casts} / ${counted.any} / ${counted.nonNull} / ${counted.ignores}`,
    'generated lines in git': generatedLines().toLocaleString('en'),
    'refused names': refusedNames()
      .reduce((sum, { times }) => sum + times, 0)
      .toLocaleString('en'),
    'comment lines for 100 lines': ((100 * counted.comments) / counted.lines).toFixed(1),
  };

  console.log('| point | before | now |\n|---|---|---|');
  for (const [point, figure] of Object.entries(now)) console.log(`| ${point} | ${before[point] ?? ''} | ${figure} |`);
};

// Not awaited: tests load this file as CommonJS.
if (import.meta.main) void measure();
