import type { DailySum } from '../metering/aggregate.ts';

/**
 * Bytes of the usage line of an HTTP request and of a background run, including the 26 that CloudWatch bills per line:
 * `layers/platform/http/line-bytes.test.ts` verifies them against lines of the runtime.
 */
export const HTTP_LINE_BYTES = 250;
export const WORK_LINE_BYTES = 202;

/** START, END and REPORT of the platform, which every run logs, metered or not, including 26 bytes per line. */
const FRAME_BYTES = 340;

/** Returns the logged bytes of these runs: their own lines and the platform's. */
export const loggedBytes = (lineBytes: number, runs: number): number => (lineBytes + FRAME_BYTES) * runs;

/** Returns the bytes of usage lines in these sums, if they log any (metering itself does not): the logging cost of attribution. */
export const usageLineBytes = (sums: readonly DailySum[]): number =>
  sums
    .filter(({ counts }) => counts.logBytes > 0)
    .reduce(
      (bytes, { counts, events }) => bytes + events * (counts.httpUnits > 0 ? HTTP_LINE_BYTES : WORK_LINE_BYTES),
      0,
    );
