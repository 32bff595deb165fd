import type { Counts } from '../../../../layers/kernel/usage/units.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import { HTTP_LINE_BYTES, loggedBytes } from './log-work.ts';

type PerEvent = { writeUnits: number; readUnits: number; megabyteMs: number; bytesOut: number };

/**
 * The rate of an operation: how often per loan (by type of library if it differs), the refused share in thousandths, and the usage of
 * one event.
 */
export type OperationRate = {
  operation: string;
  service: Service;
  perLoan: { public: number; academic: number; special: number; school: number };
  refusedPerMille: number;
  indexCalls?: number;
  transitions?: number;
  queueMessages: number;
  signatures?: number;
  busEvents?: number;
  perEvent: PerEvent;
};

const everywhere = (perLoan: number) => ({ public: perLoan, academic: perLoan, special: perLoan, school: perLoan });

const uses = (writeUnits: number, readUnits: number, ms: number, bytesOut: number): PerEvent => ({
  writeUnits,
  readUnits,
  megabyteMs: 512 * ms,
  bytesOut,
});

/**
 * The operations that make up the use of a consortium, the checkout first: all others are in proportion to it. The write and read units
 * of circulation are measured (`npm run bench units`; the check-in is the one that sends a copy home) and verified against the functions
 * by `test/stores/finance/estimate-units.test.ts`. The units of the others, all frequencies, times and bytes are assumed, in the
 * proportions of a lending library: no measured month of a deployment is publicly available.
 */
export const operationRates: readonly OperationRate[] = [
  {
    operation: 'circulation-check-out',
    service: 'circulation',
    perLoan: everywhere(1),
    refusedPerMille: 21,
    queueMessages: 1,
    perEvent: uses(5, 3, 24, 900),
  },
  {
    operation: 'circulation-check-in',
    service: 'circulation',
    perLoan: everywhere(0.985),
    refusedPerMille: 2,
    queueMessages: 1,
    perEvent: uses(6, 2, 22, 820),
  },
  {
    operation: 'circulation-renew',
    service: 'circulation',
    perLoan: { public: 0.31, academic: 0.62, special: 0.2, school: 0.18 },
    refusedPerMille: 74,
    queueMessages: 1,
    perEvent: uses(1, 2.5, 18, 640),
  },
  {
    operation: 'circulation-place-hold',
    service: 'circulation',
    perLoan: { public: 0.19, academic: 0.08, special: 0.04, school: 0.03 },
    refusedPerMille: 33,
    queueMessages: 1,
    perEvent: uses(5, 3.5, 31, 760),
  },
  {
    operation: 'discovery-search',
    service: 'search',
    perLoan: { public: 2.9, academic: 6.4, special: 8.2, school: 2.1 },
    refusedPerMille: 4,
    indexCalls: 1,
    queueMessages: 0,
    perEvent: uses(0, 0.5, 46, 18_400),
  },
  {
    operation: 'discovery-get-record',
    service: 'search',
    perLoan: { public: 1.7, academic: 2.8, special: 3.5, school: 1.2 },
    refusedPerMille: 6,
    queueMessages: 0,
    perEvent: uses(0, 2.5, 20, 6200),
  },
  {
    operation: 'catalogue-add-item',
    service: 'catalogue',
    perLoan: { public: 0.012, academic: 0.03, special: 0.09, school: 0.008 },
    refusedPerMille: 15,
    queueMessages: 2,
    perEvent: uses(11, 4, 64, 2100),
  },
  {
    operation: 'resource-sharing-place-request',
    service: 'resource-sharing',
    perLoan: { public: 0.004, academic: 0.011, special: 0.02, school: 0.003 },
    refusedPerMille: 26,
    transitions: 9,
    queueMessages: 3,
    perEvent: uses(9, 4, 90, 1500),
  },
  {
    operation: 'patrons-register-patron',
    service: 'circulation',
    perLoan: { public: 0.011, academic: 0.014, special: 0.006, school: 0.01 },
    refusedPerMille: 40,
    queueMessages: 1,
    perEvent: uses(7, 2, 110, 700),
  },
  {
    operation: 'patrons-sign-in',
    service: 'administration',
    perLoan: { public: 0.42, academic: 0.9, special: 0.7, school: 0.25 },
    refusedPerMille: 58,
    queueMessages: 0,
    signatures: 1,
    perEvent: uses(2, 2, 95, 900),
  },
  {
    operation: 'membership-list-directory',
    service: 'administration',
    perLoan: everywhere(0.06),
    refusedPerMille: 1,
    queueMessages: 0,
    perEvent: uses(0, 1, 12, 4300),
  },
];

/**
 * Returns the usage of a number of events of an operation, of which some succeeded, in the counts that metering sums. Refused requests
 * sign no token and publish no event.
 */
export function countsFor(of: OperationRate, events: number, succeeded: number): Counts {
  const { writeUnits, readUnits, megabyteMs, bytesOut } = of.perEvent;
  return {
    writeUnits: writeUnits * events,
    readUnits: readUnits * events,
    indexCalls: (of.indexCalls ?? 0) * events,
    searchMs: (of.indexCalls ?? 0) * 14 * events,
    transitions: (of.transitions ?? 0) * events,
    queueMessages: of.queueMessages * events,
    objectPuts: 0,
    objectGets: 0,
    signatures: (of.signatures ?? 0) * succeeded,
    busEvents: (of.busEvents ?? 0) * succeeded,
    emails: 0,
    textSegments: 0,
    httpUnits: events,
    bytesIn: 320 * events,
    bytesOut: bytesOut * events,
    logBytes: loggedBytes(HTTP_LINE_BYTES, events),
    invocations: events,
    megabyteMs: megabyteMs * events,
    webFiles: 0,
    webBytes: 0,
  };
}
