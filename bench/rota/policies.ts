import { buildRota, type RotaEntry, type RotaNeed } from '../../functions/resource-sharing/domain/rota/rota.ts';
import {
  type Candidate,
  DEFAULT_ROTA_POLICY,
  type RotaPolicy,
} from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import type { RotaWorld } from './world.ts';

/** The policies with their printed descriptions. The goals compare the first four; the others show the cost and benefit of an order. */
export const POLICIES = {
  ours: 'the product’s rota: one score of nine factors',
  'first-holder': 'holders in the order in which the catalogue lists them',
  'static-table': 'a fixed order of suppliers for each requester, drawn once (INN-Reach, all sites in one group)',
  'ratio-only': 'whoever has lent least against its target, by the same counters as ours (ReShare)',
  'table-by-region': 'as the static table, the sites of the requester’s region first (INN-Reach, a group a region)',
  'table-by-distance': 'as the static table, by courier days first',
  'ours-without-balance': 'ours with the weight of the lending balance at 0',
} as const;

/** The name of a policy. */
export type PolicyName = keyof typeof POLICIES;

/** The possible suppliers of a request, as indexes of libraries beside the candidates that the rota sees. */
export type Asked = { requester: number; suppliers: number[]; candidates: Candidate[]; need: RotaNeed };

/** Returns the rota of a request. */
export type Policy = (asked: Asked) => RotaEntry[];

/**
 * Returns a baseline: the same suppliers that the product leaves on the rota, those with a copy on the shelf first, each part in
 * the baseline's own order (the lesser rank first; ties as the catalogue lists them). For all policies alike, suppliers that cannot
 * serve are left out, and the shelf status is known: so the comparison is of the order alone.
 */
const inOrderOf =
  (rank: (asked: Asked, at: number) => number): Policy =>
  (asked) => {
    const { entries } = buildRota(asked.candidates, DEFAULT_ROTA_POLICY, asked.need);
    const byMember = new Map(entries.map((entry) => [entry.member, entry]));
    return asked.candidates
      .map((candidate, at) => ({
        entry: byMember.get(candidate.member),
        away: candidate.availableCopies > 0 ? 0 : 1,
        rank: rank(asked, at),
        supplier: asked.suppliers[at] ?? 0,
      }))
      .sort((a, b) => a.away - b.away || a.rank - b.rank || a.supplier - b.supplier)
      .flatMap(({ entry }) => (entry ? [entry] : []));
  };

/** Returns the product's rota, by its default weights or others. */
export const byScore =
  (weighed: RotaPolicy = DEFAULT_ROTA_POLICY): Policy =>
  ({ candidates, need }) =>
    buildRota(candidates, weighed, need).entries;

/** Returns a table: a fixed order of suppliers for each requester, drawn once; before the draw by `first`. */
const table = ({ chance }: RotaWorld, first: (requester: number, supplier: number) => number = () => 0): Policy =>
  inOrderOf(({ requester, suppliers }, at) => {
    const supplier = suppliers[at] ?? 0;
    return first(requester, supplier) + chance('table', requester, supplier);
  });

const isElsewhere = ({ libraries }: RotaWorld, requester: number, supplier: number): number =>
  Number(libraries[requester]?.region !== libraries[supplier]?.region);

const lentAgainstTarget = ({ candidates }: Asked, at: number): number => {
  const { lent = 0, borrowed = 0, target = 0 } = candidates[at]?.balance ?? {};
  return lent - borrowed - target;
};

const { weights, scales } = DEFAULT_ROTA_POLICY;

/** Creates each policy for a world. */
export const policyOf: Record<PolicyName, (world: RotaWorld) => Policy> = {
  ours: () => byScore(),
  'first-holder': () => inOrderOf(() => 0),
  'static-table': (world) => table(world),
  'ratio-only': () => inOrderOf(lentAgainstTarget),
  'table-by-region': (world) => table(world, (requester, supplier) => isElsewhere(world, requester, supplier)),
  'table-by-distance': (world) =>
    table(world, (requester, supplier) => world.ways[supplier]?.[requester]?.transitDays ?? 0),
  'ours-without-balance': () => byScore({ weights: { ...weights, balance: 0 }, scales }),
};
