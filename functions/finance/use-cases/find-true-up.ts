import { monthsFrom, shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { billingOf } from '../data/draft-statements.ts';
import { type ChainEnd, periodStore } from '../data/period-store.ts';
import { scenarioStore } from '../data/scenario-store.ts';
import { sealedMonth } from '../data/sealed-months.ts';
import { statementStore } from '../data/statement-store.ts';
import { inForce } from '../domain/cost-sharing/adoption.ts';
import {
  monthsNeeded,
  reckonTrueUp,
  type TrueUpOf,
  type TrueUpRefusal,
  trueUpText,
} from '../domain/statements/true-up.ts';
import type { TrueUp, TrueUpWish } from '../domain/statements/true-up-schema.ts';

/** Months that are read side by side: each waits for the table most of its time, and holds some megabytes of statements. */
const AT_ONCE = 4;

/** A true-up as the closed months give it, with its seal, and the end of the chain of periods when it was reckoned. */
export type FoundTrueUp = { trueUp: TrueUp; seal: string; chain: ChainEnd | undefined };

type Refused = { refused: { code: TrueUpRefusal['code'] | 'no-scenario' | 'pack-broken'; detail: string }[] };
type Asked = { year: number; fee: string; wish: TrueUpWish; now: number };

const refuse = (code: Refused['refused'][number]['code'], detail: string): Refused => ({ refused: [{ code, detail }] });

/** The adopted scenario of a fee and year with what its true-up needs to know of members and of the consortium's year. */
const ofFee = async (table: Table, { year, fee }: Pick<Asked, 'year' | 'fee'>): Promise<TrueUpOf | undefined> => {
  const scenarios = scenarioStore(table);
  const all = inForce(await scenarios.adoptedFor([year]));
  const scenario = all.find(({ formula }) => formula.name === fee);
  if (!scenario?.adopted) return undefined;
  const [rows, directory, { body }] = await Promise.all([
    scenarios.frozen(scenario),
    readDirectory(table),
    billingOf(policyStore(table), `${year}-12`),
  ]);
  const starts = new Map(directory.map(({ memberId, fiscalYearStartsIn }) => [memberId, fiscalYearStartsIn]));
  return {
    scenario: { ...scenario, adopted: scenario.adopted },
    rows,
    starts,
    consortiumStartsIn: body.fiscalYearStartsIn,
  };
};

/**
 * Reckons the true-up of a fee's year from the packs of closed months: those of the year, and those after it, in which lines
 * of it may have been corrected. Refuses `no-scenario`, `pack-broken`, and what the domain refuses. `now` in epoch ms.
 */
export const findTrueUp = async (table: Table, { wish, now, ...which }: Asked): Promise<FoundTrueUp | Refused> => {
  const [periods, statements] = [periodStore(table), statementStore(table)];
  const of = await ofFee(table, which);
  if (!of) return refuse('no-scenario', `No scenario of ${which.fee} was adopted for ${which.year}.`);
  // Read before the months: one that is closed from here on moves it.
  const chain = await periods.chainEnd();
  const [first = ''] = monthsNeeded(of);
  const last = new Date(now).toISOString().slice(0, 7);
  const months = Array.from({ length: Math.max(0, monthsFrom(first, last)) }, (_, at) => shiftedMonth(first, at));
  const found = await mapInBatches(months, AT_ONCE, (month) => sealedMonth({ periods, statements }, month, of));
  const broken = months.find((_, at) => found[at] === 'broken');
  if (broken !== undefined) return refuse('pack-broken', `The statements of ${broken} are not as they were sealed.`);
  const closed = found.flatMap((sealed) => (sealed === undefined || sealed === 'broken' ? [] : [sealed]));
  const trueUp = reckonTrueUp(of, wish, closed);
  return 'refused' in trueUp ? trueUp : { trueUp, seal: sha256(trueUpText(trueUp)), chain };
};
