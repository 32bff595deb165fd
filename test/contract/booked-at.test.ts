import { consumers } from '../../functions/consumers.ts';
import { isOver } from '../../functions/finance/domain/periods/period.ts';
import { operations } from '../../functions/operations.ts';

/** The time limit of a function that states none (infra/constructs/concord-function.ts sets less). */
const UNSAID_SECONDS = 30;
const END = Date.parse('2026-12-01T00:00:00.000Z');

test('F6 an entry booked at the instant of its act is in an open month: none is closed while a function may still run', () => {
  const seconds = [...operations, ...consumers].map((contract) =>
    'timeoutSeconds' in contract ? (contract.timeoutSeconds ?? UNSAID_SECONDS) : UNSAID_SECONDS,
  );
  // One that began in the month's last instant has ended three times over before its figures may be frozen.
  expect(isOver('2026-11', END + 3 * Math.max(...seconds) * 1000)).toBe(false);
  expect(isOver('2026-11', END + 3_600_000)).toBe(true);
});
