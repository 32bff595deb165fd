import { type Line, type Order, wantedOf } from './order.ts';

type Days = Pick<Line, 'quotedFor' | 'delayedUntil' | 'answer'>;

/** Returns the day on which a line comes, as far as known: the later of those that the vendor named since, or else the quoted one. */
export const comesOn = ({ quotedFor, delayedUntil, answer }: Days): string | undefined =>
  [delayedUntil, answer?.available]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1) ?? quotedFor;

/** Returns the lines that come after the day by which they are needed, each with the day on which it comes. Lines of which nothing is missing are none. */
export const comesTooLate = ({ lines }: Pick<Order, 'lines'>): { line: number; comesOn: string }[] =>
  lines.flatMap((line) => {
    const [day, missing] = [comesOn(line), wantedOf(line) - line.received];
    const isLate = missing > 0 && line.neededBy !== undefined && day !== undefined && day > line.neededBy;
    return isLate ? [{ line: line.number, comesOn: day }] : [];
  });
