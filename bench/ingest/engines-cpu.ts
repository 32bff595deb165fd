import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in. */
const TICKS_A_SECOND = 100;

type Process = { pid: number; name: string; parent: number; seconds: number };

const processOf = (pid: string): Process[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [begins, ends] = [stat.indexOf('('), stat.lastIndexOf(')')];
    const [, parent = '0', ...rest] = stat.slice(ends + 2).split(' ');
    // Fields 14 and 15 of the line, counted from its beginning.
    const seconds = (Number(rest[9]) + Number(rest[10])) / TICKS_A_SECOND;
    return [{ pid: Number(pid), name: stat.slice(begins + 1, ends), parent: Number(parent), seconds }];
  } catch {
    // It ended while we looked.
    return [];
  }
};

/**
 * Seconds of the processor that the engines which this process started have had, by the name of their program (python, java).
 * Empty where the system does not tell.
 */
export const enginesCpu = (): Record<string, number> => {
  if (!existsSync('/proc/self/stat')) return {};
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf);
  const ours = new Set([process.pid]);
  // Children stand behind their parents by number, but for the one time when numbers begin anew.
  for (const { pid, parent } of [...all, ...all]) if (ours.has(parent)) ours.add(pid);
  const sums: Record<string, number> = {};
  for (const { pid, name, seconds } of all)
    if (pid !== process.pid && ours.has(pid)) sums[name] = (sums[name] ?? 0) + seconds;
  return sums;
};
