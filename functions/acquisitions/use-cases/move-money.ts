import { holds } from '../../../layers/kernel/identity/roles.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { FundDeps } from '../deps.ts';
import type { FiscalYear, YearState } from '../domain/fiscal-year.ts';
import { type FundEntry, linesOf } from '../domain/fund-entry.ts';
import { type Move, type MoveKind, shortOf } from '../domain/move-money.ts';
import { openYear } from './open-year.ts';

type Asked = { kind: MoveKind; amount: number; from?: string; to?: string; note?: string };
type Place = { memberId: string; year: string };
type Input = { place: Place; asked: Asked; actor: StaffActor; now: number; keep: Keep<FundEntry> };

/** Allocations are of the finance staff, and so is all that moves after the end of the year. */
const refuseActor = ({ place: { memberId: member }, asked, actor }: Input, state: YearState) => {
  if (holds(actor.grants, 'member-finance', { scope: 'member', member })) return undefined;
  if (asked.kind === 'allocation')
    return refuse('finance-only', 'Allocations are made by the finance staff of the library.', '/body/kind');
  return state === 'grace'
    ? refuse('finance-only', 'The year is over: the finance staff of the library move what is left.')
    : undefined;
};

const refuseSides = ({ kind, from, to }: Asked) => {
  const isComplete =
    kind === 'transfer' ? from !== undefined && to !== undefined : from !== undefined || to !== undefined;
  if (!isComplete) return refuse('no-fund', 'Name the funds between which the money moves.', '/body/from');
  return from === to ? refuse('same-fund', 'Name two funds.', '/body/to') : undefined;
};

/** Loads both sides of a movement; refuses a fund that is not there, and money into an inactive one or under one. */
const loaded = async ({ funds }: FundDeps, { place, asked: { kind, amount, from, to } }: Input) => {
  const levels = async (code: string | undefined) => (code === undefined ? undefined : funds.levels(place, code));
  const move: Move = { kind, amount, from: await levels(from), to: await levels(to) };
  if (from !== undefined && !move.from) return refuse('unknown-fund', `There is no fund ${from}.`, '/body/from');
  if (to !== undefined && !move.to) return refuse('unknown-fund', `There is no fund ${to}.`, '/body/to');
  const inactive = move.to?.find(({ state }) => state === 'inactive');
  return inactive ? refuse('fund-inactive', `${inactive.code} is inactive.`, '/body/to') : move;
};

const refuseShort = (move: Move, { currency }: FiscalYear) => {
  const short = shortOf(move);
  if (!short) return undefined;
  const { fund, most } = short;
  const params = { fund: fund.code, most: { amount: most, currency }, asked: { amount: move.amount, currency } };
  const detail = `At most ${most} of minor units may leave ${fund.code}; ${move.amount} were asked.`;
  return { refused: [{ code: 'fund-short' as const, detail, pointer: '/body/amount', params }] };
};

/** Moves money into, out of or between funds: every level gets its share and the journal its entry in one write, or nothing changes. */
export const moveMoney = (deps: FundDeps, input: Input) =>
  retryOnConflict(`Funds of ${input.place.memberId}`, async () => {
    const { place, asked, actor, now, keep } = input;
    const year = await openYear(deps, place, now);
    if ('refused' in year) return year;
    const refusal = refuseActor(input, year.state) ?? refuseSides(asked);
    if (refusal) return refusal;
    const move = await loaded(deps, input);
    if ('refused' in move) return move;
    const short = refuseShort(move, year.year);
    if (short) return short;
    const entry: FundEntry = {
      ...{ entryId: deps.ids.next('entry', now), at: iso(now), by: actorName(actor), kind: asked.kind },
      ...(asked.note !== undefined && { note: asked.note }),
      lines: linesOf(move),
    };
    return (await deps.funds.move(move, entry, keep(entry))) ? answer(entry) : undefined;
  });
