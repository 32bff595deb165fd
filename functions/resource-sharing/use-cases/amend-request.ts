import { type Citation, isPart } from '../../../layers/kernel/citation/citation.ts';
import { citationOf } from '../../../layers/kernel/citation/citation-input.ts';
import { withoutUndefined } from '../../../layers/kernel/collections/without-undefined.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import type { PlacingDeps } from '../deps.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import { findOpenBorrower } from './find-borrower.ts';
import { staffAt } from './request-role.ts';
import { citationFor, resolveWanted } from './resolve-wanted.ts';
import { sourcingSteps } from './sourcing-steps.ts';
import { type StepInput, takeStep } from './take-step.ts';

type Input = {
  actor: Actor | undefined;
  requestId: string;
  branchId: string;
  recordId?: string | undefined;
  citation?: Parameters<typeof citationOf>[0] | undefined;
  service?: LoanRequest['service'] | undefined;
  needBy?: string | undefined;
  maxCost?: LoanRequest['maxCost'] | undefined;
  /** The patron: a card number or patron id. */
  patron?: string | undefined;
  outside?: true | undefined;
  now: number;
  keep: NonNullable<StepInput['keep']>;
};

/** When staff name only the record, the requested part of it stays. */
const partOf = (citation: Citation | undefined): Citation | undefined =>
  citation !== undefined && isPart(citation) ? citation : undefined;

/** Amends a stopped request, as staff of the requesting library say, and has it reviewed again. */
export const amendRequest = async (deps: PlacingDeps, { actor, requestId, branchId, now, keep, ...amended }: Input) => {
  const { recordId, service, needBy, maxCost, patron, outside } = amended;
  const stored = await deps.requests.load(requestId);
  if (!stored) return refuse('unknown-request', 'There is no such request.');
  const found =
    patron === undefined ? undefined : await findOpenBorrower(deps, actor, { named: patron, branchId, now });
  if (found && 'refused' in found) return found;
  const citation = amended.citation ? citationOf(amended.citation) : partOf(stored.request.citation);
  const looking = { viewer: viewerOf(actor), now };
  const isNamed = recordId !== undefined || amended.citation !== undefined;
  const wanted = isNamed ? await resolveWanted(deps, { recordId, citation, service }, looking) : undefined;
  if (isNamed && !wanted) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  const changes = withoutUndefined({
    ...{ service, needBy, maxCost, asksOutside: outside },
    patron: found && { patronId: found.patron.patronId },
    recordId: wanted?.recordId,
    possibleRecords: wanted && [...wanted.possible],
    citation: wanted && (await citationFor(deps, wanted, now)),
  });
  return takeStep(deps, {
    ...staffAt(actor, branchId, 'requester'),
    ...{ requestId, side: 'requester', trigger: 'amend', now, branchId, changes, special: sourcingSteps, keep },
  });
};
