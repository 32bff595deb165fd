import { usageLineSchema } from '../../layers/kernel/usage/usage-line.ts';

/** What a request used, as its usage line says. */
export type Used = { writeUnits: number; readUnits: number };

/** Keeps the usage lines that handlers log, and shows nothing of them. Gives what the last request used. */
export const listenToUsage = (): (() => Used) => {
  let last: Used = { writeUnits: Number.NaN, readUnits: Number.NaN };
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => {
    if (typeof line !== 'string' || !line.startsWith('{"t":"usage"')) return;
    const { writeUnits, readUnits } = usageLineSchema.parse(JSON.parse(line)).units;
    last = { writeUnits, readUnits };
  });
  return () => last;
};
