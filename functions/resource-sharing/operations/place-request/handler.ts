import type * as z from 'zod';
import { citationOf } from '../../../../layers/kernel/citation/citation-input.ts';
import { readOpenUrl } from '../../../../layers/kernel/citation/read-openurl.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import type { Actor } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, type RefusalOf, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { startWorkflow } from '../../data/loan-machine.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { viewOf } from '../../domain/requests/views.ts';
import { findBorrower } from '../../use-cases/find-borrower.ts';
import { openUrlNeedBy } from '../../use-cases/openurl-need-by.ts';
import { placeForReview } from '../../use-cases/place-for-review.ts';
import { placeRequest } from '../../use-cases/place-request.ts';
import { type PlacingStores, placingStores } from '../../use-cases/placing-stores.ts';
import { viewerRoleOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

type Body = z.output<NonNullable<(typeof contract)['body']>>;
type Placed = { request: LoanRequest } | { refused: RefusalOf<keyof (typeof contract)['refusals']>[] };

/** What is asked for in an OpenURL's own words; what the body says goes before, and a day that is over is left out. */
const openUrlInput = async (deps: PlacingStores, { openUrl = '', service, needBy, ...body }: Body, now: number) => {
  const { citation, service: said } = readOpenUrl(openUrl);
  const branch = await deps.branches.known(body.pickupBranch, now);
  const day = branch && openUrlNeedBy(said, branch, now);
  return { ...body, citation, service: service ?? said.type, needBy: needBy ?? day };
};

/** The wish that a body says, its citation read. */
const inputOf = async (deps: PlacingStores, body: Body, now: number) => {
  if (body.openUrl !== undefined) return openUrlInput(deps, body, now);
  const { openUrl: _none, citation, ...rest } = body;
  return { ...rest, citation: citation && citationOf(citation) };
};

/** The request as whoever placed it sees it. A machine that handed the wish in learns no more of it than its patron does. */
const shownTo = (actor: Actor | undefined, request: LoanRequest) => {
  const own = { as: 'requester', member: request.requesterMember } as const;
  return viewOf(request, actor?.kind === 'machine' ? { as: 'patron' } : (viewerRoleOf(request, actor) ?? own));
};

export const handler = handle(contract, placingStores, async ({ actor, body, now, keep: keepAnswer }, deps) => {
  const wish = await inputOf(deps, body, now);
  const keep = (request: LoanRequest): Write[] => {
    const view = shownTo(actor, request);
    return view ? keepAnswer(view) : [];
  };
  const byPerson = async (): Promise<Placed> => {
    const found = await findBorrower(deps, actor, body.patron);
    if ('refused' in found) return found;
    const placed = await placeRequest(deps, found.patron, wish, { viewer: viewerOf(actor), now, keep });
    if ('request' in placed) await startWorkflow(deps.machine, placed.request.requestId);
    return placed;
  };
  const placed = actor?.kind === 'machine' ? await placeForReview(deps, { ...wish, keep }, now) : await byPerson();
  if ('refused' in placed) return placed;
  const { request } = placed;
  attributeUsage({ requester: request.requesterMember });
  const view = shownTo(actor, request);
  return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
});
