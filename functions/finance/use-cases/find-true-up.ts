import { monthsFrom, shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { ChainEnd } from '../data/period-store.ts';
import { sealedMonth } from '../data/sealed-months.ts';
import type { TrueUpDeps } from '../deps.ts';
import { inForce } from '../domain/cost-sharing/adoption.ts';
import {
  monthsNeeded,
  reckonTrueUp,
  type TrueUpOf,
  type TrueUpRefusal,
  trueUpText,
} from '../domain/statements/true-up.ts';
import type { TrueUp, TrueUpInput } from '../domain/statements/true-up-schema.ts';

/** The number of months read concurrently: each mostly waits for the table, and needs some megabytes for statements. */
const AT_ONCE = 4;

/** A true-up calculated from the closed months, with its seal, and the end of the chain of periods at that time. */
export type FoundTrueUp = { trueUp: TrueUp; seal: string; chain: ChainEnd | undefined };

type Refused = { refused: { code: TrueUpRefusal['code'] | 'no-scenario' | 'pack-broken'; detail: string }[] };
type Query = { year: number; fee: string; input: TrueUpInput; now: number };

const refuse = (code: Refused['refused'][number]['code'], detail: string): Refused => ({ refused: [{ code, detail }] });

/** The adopted scenario of a fee and year, with the members and the start of the consortium's year that its true-up needs. */
const ofFee = async (
  { scenarios, policies, directory }: TrueUpDeps,
  { year, fee }: Pick<Query, 'year' | 'fee'>,
): Promise<TrueUpOf | undefined> => {
  const all = inForce(await scenarios.adoptedFor([year]));
  const scenario = all.find(({ formula }) => formula.name === fee);
  if (!scenario?.adopted) return undefined;
  const [rows, members, { body }] = await Promise.all([
    scenarios.frozen(scenario),
    directory(),
    billingOfMonth(policies, `${year}-12`),
  ]);
  const starts = new Map(members.map(({ memberId, fiscalYearStartsIn }) => [memberId, fiscalYearStartsIn]));
  return {
    scenario: { ...scenario, adopted: scenario.adopted },
    rows,
    starts,
    consortiumStartsIn: body.fiscalYearStartsIn,
  };
};

/**
 * Calculates the true-up of a fee's year from the packs of closed months: those of the year, and those after it, in which its lines
 * may have been corrected. Refuses `no-scenario`, `pack-broken`, and what the domain refuses. `now` in epoch ms.
 */
export const findTrueUp = async (deps: TrueUpDeps, { input, now, ...which }: Query): Promise<FoundTrueUp | Refused> => {
  const { periods, statements } = deps;
  const of = await ofFee(deps, which);
  if (!of) return refuse('no-scenario', `No scenario of ${which.fee} was adopted for ${which.year}.`);
  // Read before the months: a later close changes the end of the chain.
  const chain = await periods.chainEnd();
  const [first = ''] = monthsNeeded(of);
  const last = new Date(now).toISOString().slice(0, 7);
  const months = Array.from({ length: Math.max(0, monthsFrom(first, last)) }, (_, at) => shiftedMonth(first, at));
  const found = await mapInBatches(months, AT_ONCE, (month) => sealedMonth({ periods, statements }, month, of));
  const broken = months.find((_, at) => found[at] === 'broken');
  if (broken !== undefined) return refuse('pack-broken', `The statements of ${broken} are not as they were sealed.`);
  const closed = found.flatMap((sealed) => (sealed === undefined || sealed === 'broken' ? [] : [sealed]));
  const trueUp = reckonTrueUp(of, input, closed);
  return 'refused' in trueUp ? trueUp : { trueUp, seal: sha256(trueUpText(trueUp)), chain };
};
