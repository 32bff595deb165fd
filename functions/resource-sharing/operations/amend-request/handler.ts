import { type Citation, isPart } from '../../../../layers/kernel/citation/citation.ts';
import { citationOf } from '../../../../layers/kernel/citation/citation-input.ts';
import { withoutUndefined } from '../../../../layers/kernel/collections/without-undefined.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { placingDeps } from '../../deps.ts';
import { findOpenBorrower } from '../../use-cases/find-borrower.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { citationFor, resolveWanted } from '../../use-cases/resolve-wanted.ts';
import { sourcingSteps } from '../../use-cases/sourcing-steps.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

/** When staff name only the record, the requested part of it stays. */
const partOf = (citation: Citation | undefined): Citation | undefined =>
  citation !== undefined && isPart(citation) ? citation : undefined;

export const handler = handle(contract, placingDeps, async ({ actor, path: { requestId }, body, now, keep }, deps) => {
  const { branchId, patron, needBy, maxCost, recordId, service } = body;
  const stored = await deps.requests.load(requestId);
  if (!stored) return refuse('unknown-request', 'There is no such request.');
  const found =
    patron === undefined ? undefined : await findOpenBorrower(deps, actor, { named: patron, branchId, now });
  if (found && 'refused' in found) return found;
  const citation = body.citation ? citationOf(body.citation) : partOf(stored.request.citation);
  const looking = { viewer: viewerOf(actor), now };
  const isNamed = recordId !== undefined || body.citation !== undefined;
  const wanted = isNamed ? await resolveWanted(deps, { recordId, citation, service }, looking) : undefined;
  if (isNamed && !wanted) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  const changes = withoutUndefined({
    ...{ service, needBy, maxCost, asksOutside: body.outside },
    patron: found && { patronId: found.patron.patronId },
    recordId: wanted?.recordId,
    possibleRecords: wanted && [...wanted.possible],
    citation: wanted && (await citationFor(deps, wanted, now)),
  });
  const who = staffAt(actor, branchId, 'requester');
  return takeStep(deps, {
    ...who,
    ...{ requestId, side: 'requester', trigger: 'amend', now, branchId, changes, special: sourcingSteps, keep },
  });
});
