import type { DailySum } from '../metering/aggregate.ts';

/**
 * Bytes of the usage line that a request over HTTP and a run of work log, with the 26 that CloudWatch bills a line beside
 * its text: `layers/platform/http/line-bytes.test.ts` holds them to lines that the runtime writes.
 */
export const HTTP_LINE_BYTES = 250;
export const WORK_LINE_BYTES = 202;

/** START, END and REPORT of the platform, which a run logs whether anyone meters it or not, 26 bytes a line included. */
const FRAME_BYTES = 340;

/** What such runs log in bytes: their own lines and the platform's. */
export const loggedBytes = (lineBytes: number, runs: number): number => (lineBytes + FRAME_BYTES) * runs;

/** Bytes of usage lines in these sums, as far as they log any (metering itself does not): a cost of knowing whose use it was. */
export const usageLineBytes = (sums: readonly DailySum[]): number =>
  sums
    .filter(({ counts }) => counts.logBytes > 0)
    .reduce(
      (bytes, { counts, events }) => bytes + events * (counts.httpUnits > 0 ? HTTP_LINE_BYTES : WORK_LINE_BYTES),
      0,
    );
