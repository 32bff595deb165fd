import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { root, toolsFolder } from '../local/places.ts';
import { type SpeedFile, writeSpeedFile } from './marc-files.ts';

const scripts = join(root, 'bench', 'marc-speed');
const peersFolder = join(toolsFolder, 'bench');
const ROUNDS = 3;

/** A reader to measure: its command, or the reason why it is skipped. */
type Tool = { tool: string; work: string } & ({ command: string[] } | { missing: string });

/** The result of a reader, median of the rounds; records a second by the clock and by CPU seconds. */
export type ToolSpeed = {
  tool: string;
  work: string;
  seconds: number;
  cpuSeconds: number;
  perSecond: number;
  perCpuSecond: number;
  peakMb: number;
  found: string;
};

const can = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Installs a peer into a separate folder below .local, once; false when its registry does not respond. */
const installed = (folder: string, command: string, ...args: string[]): boolean => {
  if (existsSync(folder)) return true;
  mkdirSync(peersFolder, { recursive: true });
  const done = can(command, ...args);
  if (!done) rmSync(folder, { recursive: true, force: true });
  return done;
};

const pymarc = (): Tool => {
  const folder = join(peersFolder, 'pymarc-5.4.0');
  const named = { tool: 'pymarc 5.4.0', work: 'parse, 245 $a' };
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--no-deps', '--target', folder, 'pymarc==5.4.0'];
  if (!installed(folder, 'python3', ...pip))
    return { ...named, missing: 'could not be installed from the Python package index' };
  return { ...named, command: ['env', `PYTHONPATH=${folder}`, 'python3', join(scripts, 'peer.py'), 'FILE'] };
};

const marcjs = (): Tool => {
  const folder = join(peersFolder, 'marcjs-3.0.2');
  const named = { tool: 'marcjs 3.0.2', work: 'parse, 245 $a' };
  const npm = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    'marcjs@3.0.2',
  ];
  if (!installed(folder, 'npm', ...npm)) return { ...named, missing: 'could not be installed from the npm registry' };
  return { ...named, command: [process.execPath, join(scripts, 'peer.mjs'), 'FILE', folder] };
};

const yaz = (work: string, ...args: string[]): Tool => {
  const named = { tool: 'yaz-marcdump', work };
  if (!can('yaz-marcdump', '-V')) return { ...named, missing: "not installed (Debian's package yaz)" };
  return { ...named, command: ['yaz-marcdump', ...args, 'FILE'] };
};

const ours = (script: string, work: string): Tool => ({
  tool: 'Concord',
  work,
  command: [process.execPath, '--disable-warning=ExperimentalWarning', join(scripts, script), 'FILE'],
});

const tools = (): Tool[] => [
  ours('ours.ts', 'parse, 245 $a'),
  ours('whole.ts', 'parse, every field decoded'),
  yaz('parse only', '-n'),
  yaz('to lines'),
  yaz('to MARCXML', '-o', 'marcxml'),
  marcjs(),
  pymarc(),
];

const measuredSchema = z.object({ wall: z.number(), cpu: z.number(), peakMb: z.number(), last: z.string() });

/** Binds the measured process to one core, where the system supports it. */
const pinned = (): string[] => (can('taskset', '-c', '0', 'true') ? ['taskset', '-c', '0'] : []);

const measure = (command: readonly string[], file: string, pin: readonly string[]): z.infer<typeof measuredSchema> => {
  const words = command.map((word) => (word === 'FILE' ? file : word));
  const printed = execFileSync('python3', [join(scripts, 'measured.py'), ...pin, ...words], { maxBuffer: 1_000_000 });
  return measuredSchema.parse(JSON.parse(printed.toString()));
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Measures every available reader on one file, by turns, including each program start. Prints a line for each missing one. */
export const measureMarcSpeed = (file: SpeedFile): ToolSpeed[] => {
  const all = tools();
  for (const tool of all) if ('missing' in tool) console.log(`skipped: ${tool.tool} (${tool.work}): ${tool.missing}`);
  const here = all.flatMap((tool) => ('command' in tool ? [tool] : []));
  const pin = pinned();
  const rounds = Array.from({ length: ROUNDS }, () => here.map(({ command }) => measure(command, file.file, pin)));
  return here.map(({ tool, work }, i) => {
    const runs = rounds.flatMap((round) => round[i] ?? []);
    const [seconds, cpuSeconds] = [median(runs.map(({ wall }) => wall)), median(runs.map(({ cpu }) => cpu))];
    return {
      ...{ tool, work, seconds: round(seconds, 2), cpuSeconds: round(cpuSeconds, 2) },
      ...{ perSecond: round(file.records / seconds), perCpuSecond: round(file.records / cpuSeconds) },
      peakMb: round(median(runs.map(({ peakMb }) => peakMb))),
      found: /^\d+ \d+$/.test(runs[0]?.last ?? '') ? (runs[0]?.last ?? '') : '',
    };
  });
};

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-marc-speed-'));
  try {
    const file = writeSpeedFile(folder, Number(process.env.CONCORD_PART ?? 1));
    const { records, bytes, source } = file;
    console.log(
      `${records} records, ${round(bytes / 1e6)} MB (mean ${round(bytes / records)} bytes), ${source}; one core, median of ${ROUNDS}`,
    );
    const rows = measureMarcSpeed(file);
    const own = rows[0]?.cpuSeconds ?? 0;
    console.table(rows.map((row) => ({ ...row, timesOurs: round(row.cpuSeconds / own, 2) })));
    if (process.argv.includes('--json'))
      console.log(JSON.stringify({ bench: 'marc-speed', records, bytes, source, rows }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
