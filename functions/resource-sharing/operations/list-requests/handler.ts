import { type CursorPage, mapRows } from '../../../../layers/platform/dynamodb/cursor.ts';
import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { WorkListQuery } from '../../data/loan-request-store.ts';
import type { LoanRequestRow } from '../../domain/requests/view-schemas.ts';
import { requesterRow, supplierRow } from '../../domain/requests/views.ts';
import type { Side } from '../../domain/workflow/triggers.ts';
import { type WorkGroup, workGroupOf } from '../../domain/workflow/work-groups.ts';
import { needsAttention } from '../../domain/workflow/workflow.ts';
import { type Reading, reading } from '../../use-cases/reading.ts';
import { titled } from '../../use-cases/titled.ts';
import { membersOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

type Narrowed = { side: Side; group?: WorkGroup | undefined; attention?: 'only' | undefined };

/** Which requests are wanted; undefined when all are. */
const onlyOf = ({ side, group, attention }: Narrowed): WorkListQuery['only'] => {
  if (group === undefined && attention === undefined) return undefined;
  return ({ state, attention: flagged }) =>
    (group === undefined || workGroupOf(side, state, flagged) === group) &&
    (attention === undefined || needsAttention(state, side, flagged));
};

const rowsOf = async (
  { requests }: Reading,
  memberId: string,
  side: Side,
  wish: WorkListQuery,
): Promise<CursorPage<LoanRequestRow> | 'bad-cursor'> =>
  side === 'requester'
    ? mapRows(await requests.ofRequester(memberId, wish), requesterRow)
    : mapRows(await requests.ofSupplier(memberId, wish), ({ request, ask }) => supplierRow(request, ask));

export const handler = handle(
  contract,
  reading,
  async ({ actor, query: { memberId, side, after, ...narrowed }, now }, deps) => {
    if (!membersOf(staffOf(actor).grants).includes(memberId)) {
      return refuse('other-member', 'You do not work for loans at this member.', '/query/memberId');
    }
    const rows = await rowsOf(deps, memberId, side, { limit: 50, after, only: onlyOf({ side, ...narrowed }) });
    if (rows === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    const requests = await Promise.all(rows.rows.map((row) => titled(deps.titles, row, now)));
    return answer({ requests, ...(rows.next && { next: rows.next }) });
  },
);
