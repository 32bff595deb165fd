import { noUnits, type WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { MeteredLine } from './join.ts';

/** The operation under which metering's own cost stands as a line of its own. */
export const meteringOperation = 'finance-meter-usage';
/** What packs the evidence that metering keeps: a part of its cost, by a usage line like any other's. */
export const packingOperation = 'finance-pack-evidence';

/** Whether an operation is metering itself. */
export const isMetering = (operation: string): boolean =>
  operation === meteringOperation || operation === packingOperation;

/** What metering tells of itself; it reads every log but its own. */
export type OwnReport = {
  requestId: string;
  at: string;
  units: WorkUnits;
  invocations: number;
  megabyteMs: number;
  /** Bytes of log lines that belong to no invocation (errors, notes), which all pay for. */
  otherBytes: number;
};

/** Metering's own cost as a line of its own, and the bytes of lines that belong to nobody: work for all members. */
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
    // It logs nothing where nothing went wrong: what it used stands here.
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
