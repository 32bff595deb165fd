import { usageLineSchema } from '../../layers/kernel/usage/usage-line.ts';

/** The use of a request, from its usage line. */
export type Used = { writeUnits: number; readUnits: number };

/** Captures the usage lines of handlers without printing them. Returns the use of the last request. */
export const listenToUsage = (): (() => Used) => {
  let last: Used = { writeUnits: Number.NaN, readUnits: Number.NaN };
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => {
    if (typeof line !== 'string' || !line.startsWith('{"t":"usage"')) return;
    const { writeUnits, readUnits } = usageLineSchema.parse(JSON.parse(line)).units;
    last = { writeUnits, readUnits };
  });
  return () => last;
};
