import { noUnits, type WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { MeteredLine } from './join.ts';

/** The operation of metering's own cost, which has its own line. */
export const meteringOperation = 'finance-meter-usage';
/** The operation that packs evidence: part of metering's cost, with a usage line like any other. */
export const packingOperation = 'finance-pack-evidence';

/** Returns whether an operation is metering itself. */
export const isMetering = (operation: string): boolean =>
  operation === meteringOperation || operation === packingOperation;

/** Metering's own usage report; it reads every log but its own. */
export type OwnReport = {
  requestId: string;
  at: string;
  units: WorkUnits;
  invocations: number;
  megabyteMs: number;
  /** Bytes of log lines without an invocation (errors, notes), which are shared by all. */
  otherBytes: number;
};

/** Returns metering's own cost as a separate line, and the bytes of lines without an invocation: work for all members. */
export const ownLines = (own: OwnReport): MeteredLine[] => {
  const { requestId, at, otherBytes } = own;
  const line: MeteredLine = {
    t: 'usage',
    requestId,
    lambdaRequestId: requestId,
    at,
    operation: meteringOperation,
    context: 'finance',
    service: 'administration',
    member: 'consortium',
    because: 'metering-itself',
    status: 200,
    ms: 0,
    // Without errors it logs nothing: its own usage is here.
    units: { ...noUnits(), ...own.units },
    billed: { invocations: own.invocations, megabyteMs: own.megabyteMs },
  };
  if (otherBytes === 0) return [line];
  const notes: MeteredLine = {
    ...line,
    operation: 'platform-log-lines',
    because: 'no-invocation',
    units: { ...noUnits(), logBytes: otherBytes },
    billed: { invocations: 0, megabyteMs: 0 },
  };
  return [line, notes];
};
