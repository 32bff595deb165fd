import { isPart, missingIn } from '../../../layers/kernel/citation/citation.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { isMadeRecord } from '../domain/items/scanned-copy.ts';
import type { DoneBy, LoanRequest } from '../domain/requests/request.ts';
import { type Acted, type ActResult, act } from '../domain/workflow/act.ts';
import type { Trigger } from '../domain/workflow/triggers.ts';
import type { LoanRequestInput, LocalWay } from '../schemas/loan-request-input.ts';
import type { StepCode } from '../schemas/requests.ts';
import type { Decided } from './copies/count-copy.ts';
import type { Setting } from './load-setting.ts';
import type { Wanted } from './resolve-wanted.ts';

/** The hold or other request that fills a request instead. */
export type FilledBy =
  | { way: 'hold'; recordId: string; holdId: string }
  | { way: 'consortium-loan'; requestId: string };

/** A sourcing step's input. `reason` is a code. */
export type SourcingStep = {
  trigger: Trigger;
  by: DoneBy;
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
  reason?: string | undefined;
  way?: LocalWay | undefined;
  decided?: Decided | undefined;
};

/** The result of a sourcing step: the request after it, its writes, and what fills it instead. */
export type Done = {
  acted: Acted;
  writes: Write[];
  counted?: boolean;
  filledBy?: FilledBy;
};
export type SourcingResult = Done | { refused: RefusalOf<StepCode>[] };

/** The steps that review and source a request again, or place something instead of it. */
const SPECIAL = ['let-through', 'source-outside', 'amend', 'fill-locally'] as const;
type Special = (typeof SPECIAL)[number];

/** Whether a step is a sourcing step. */
export const isSourcingStep = (trigger: Trigger): trigger is Special => SPECIAL.some((one) => one === trigger);

/** How each sourcing step is taken. */
export type SourcingSteps = {
  readonly [T in Trigger]?: (
    deps: ResourceSharingDeps,
    step: SourcingStep,
    before: StoredLoanRequest,
  ) => Promise<SourcingResult>;
};

/** Applies a trigger at the requester: by staff with the step's reason, or by the system with its own. */
export const actOn = (
  request: LoanRequest,
  trigger: Trigger,
  { at, by, reason }: Pick<SourcingStep, 'at' | 'by' | 'reason'>,
  { sharing }: Pick<Setting, 'sharing'>,
): ActResult =>
  act(request, trigger, {
    ...{ side: 'requester', at, by, policy: sharing.timers },
    ...(reason !== undefined && { reason }),
  });

/**
 * The item that a stored request asks for. A whole publication of ours is found by its record, whatever its citation.
 */
export const wantedBy = ({ recordId, citation, service, possibleRecords: possible = [] }: LoanRequest): Wanted => {
  const inUnion = !isMadeRecord(recordId);
  const missing = citation && (!inUnion || isPart(citation)) ? missingIn(citation) : [];
  return { recordId, inUnion, service, possible, missing, ...(citation && { citation }) };
};

/** The input of a stored request. */
export const inputOf = ({
  pickupBranch,
  needBy,
  maxCost,
  asksOutside,
  serviceLevel,
}: LoanRequest): LoanRequestInput => ({
  ...{ pickupBranch, needBy, maxCost, serviceLevel, outside: asksOutside === true },
});

/** Loads the request's patron, strongly read. */
export const patronOf = async (
  { patrons }: Pick<ResourceSharingDeps, 'patrons'>,
  { patron }: LoanRequest,
): Promise<PatronStatus | undefined> => patron && patrons.status(patron.patronId, { strong: true });
