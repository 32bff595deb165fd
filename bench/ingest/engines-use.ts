import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The unit of CPU time in Linux. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4096;

type Process = { pid: number; name: string; parent: number; seconds: number; megabytes: number };

const processOf = (pid: string): Process[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [begins, ends] = [stat.indexOf('('), stat.lastIndexOf(')')];
    const [, parent = '0', ...rest] = stat.slice(ends + 2).split(' ');
    // Fields 14 and 15 of the line, counted from its beginning.
    const seconds = (Number(rest[9]) + Number(rest[10])) / TICKS_A_SECOND;
    // Field 24: its resident pages.
    const megabytes = (Number(rest[19]) * PAGE_BYTES) / 1_048_576;
    return [{ pid: Number(pid), name: stat.slice(begins + 1, ends), parent: Number(parent), seconds, megabytes }];
  } catch {
    // It ended during the reading.
    return [];
  }
};

/** Returns a sum over the engines that this process started, by the name of their program (python, java); empty where unsupported. */
const sumsOf = (of: (one: Process) => number): Record<string, number> => {
  if (!existsSync('/proc/self/stat')) return {};
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf);
  const ours = new Set([process.pid]);
  // Children have higher numbers than their parents, except when numbers restart.
  for (const { pid, parent } of [...all, ...all]) if (ours.has(parent)) ours.add(pid);
  const sums: Record<string, number> = {};
  for (const one of all)
    if (one.pid !== process.pid && ours.has(one.pid)) sums[one.name] = (sums[one.name] ?? 0) + of(one);
  return sums;
};

/** Returns the CPU seconds of the engines that this process started, by program. */
export const enginesCpu = (): Record<string, number> => sumsOf(({ seconds }) => seconds);

/** Returns their current memory, in MB, by program. */
export const enginesMb = (): Record<string, number> => sumsOf(({ megabytes }) => megabytes);
