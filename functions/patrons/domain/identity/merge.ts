import type { Consent } from '../access/openness.ts';
import { appliesOn, findBlock } from '../record/blocks.ts';
import type { Block, CounterDeltas, PatronStatus } from '../record/patron-status.ts';
import { type PatronUses, usesOfBoth } from '../record/patron-uses.ts';
import { verifiedBlocks } from './sign-up.ts';

/** The survivor's new status, and the increase of its counters: exactly the other's values. */
export type MergedStatus = {
  blocks: Block[];
  /** Blocks that are not moved, of each of the two: their reasons are deleted with them. */
  dropped: { survivor: Block[]; other: Block[] };
  consents?: Consent[];
  guarantorId?: string;
  residence?: string;
  uses?: PatronUses;
  add: CounterDeltas;
};

/** Returns whether a block ends later than another. */
const outlasts = ({ until }: Block, { until: other }: Block): boolean =>
  other !== undefined && (until === undefined || until > other);

/** Returns one block that prevents what either of two does, as long as the longer one, whose reason and date it keeps. */
const stricter = (one: Block, other: Block): Block => {
  const { exceptAtHome: _home, stops: _stops, ...longer } = outlasts(other, one) ? other : one;
  return {
    ...longer,
    ...(one.exceptAtHome && other.exceptAtHome && { exceptAtHome: true as const }),
    ...(one.stops && other.stops && { stops: [...new Set([...one.stops, ...other.stops])].toSorted() }),
  };
};

/** Returns the blocks of both that apply on a day or later, one of each code and scope, and those that do not go on. */
const mergedBlocks = (
  survivor: readonly Block[],
  other: readonly Block[],
  day: string,
): Pick<MergedStatus, 'blocks' | 'dropped'> => {
  const [own, theirs] = [survivor, other].map((all) => all.filter((block) => appliesOn(block, day))) as [
    Block[],
    Block[],
  ];
  const equal = ({ code, scope }: Block, all: readonly Block[]) => findBlock(all, code, scope);
  const yields = (block: Block): boolean => {
    const match = equal(block, theirs);
    return match !== undefined && outlasts(match, block);
  };
  const goesOn = (block: Block): boolean => {
    const match = equal(block, own);
    return match === undefined || outlasts(block, match);
  };
  return {
    blocks: [
      ...own.map((block) => {
        const match = equal(block, theirs);
        return match ? stricter(block, match) : block;
      }),
      ...theirs.filter((block) => !equal(block, own)),
    ],
    dropped: {
      survivor: survivor.filter((block) => !own.includes(block) || yields(block)),
      other: other.filter((block) => !theirs.includes(block) || !goesOn(block)),
    },
  };
};

const consentsOf = (survivor: readonly Consent[], other: readonly Consent[]): Consent[] => [
  ...survivor,
  ...other.filter(({ memberId }) => !survivor.some((one) => one.memberId === memberId)),
];

/**
 * Merges two statuses on a day: blocks of both that have not ended, the stricter where both have one; consents of both, the survivor's where
 * both have one; the other's guarantor and place of residence where it had none. Category, home branch and last day of validity are the survivor's. No limit is checked: a merge may exceed it, new acts may not.
 */
export const mergedStatus = (survivor: PatronStatus, other: PatronStatus, day: string): MergedStatus => {
  const { loans, holds, owed, perGroup, claims } = other.counters;
  const groups = Object.entries(perGroup).map(([group, by]) => [`group:${group}`, by] as const);
  const consents = consentsOf(survivor.consents ?? [], other.consents ?? []);
  const guarantorId = survivor.guarantorId ?? other.guarantorId;
  const residence = survivor.residence ?? other.residence;
  const uses = usesOfBoth(survivor.uses, other.uses);
  return {
    ...mergedBlocks(survivor.blocks, verifiedBlocks(other), day),
    ...(consents.length > 0 && { consents }),
    ...(guarantorId !== undefined && guarantorId !== survivor.patronId && { guarantorId }),
    ...(residence !== undefined && { residence }),
    ...(uses && { uses }),
    add: { loans, holds, owed, ...(claims !== undefined && { claims }), ...Object.fromEntries(groups) },
  };
};

type Row = Record<string, unknown>;

const renamed = (value: unknown, from: string, to: string): unknown => {
  if (typeof value === 'string') return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((one) => renamed(one, from, to));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, from, to)]));
};

/** Returns a row with one patron's id replaced by another's, including its keys and indexes. Ids are random, so nothing else matches. */
export const rowRenamed = (row: Row, from: string, to: string): Row => renamed(row, from, to) as Row;

/**
 * Sorts the rows of a merged patron into the order in which they move: an interrupted merge then leaves a state from which it can continue,
 * e.g. notices before the bills that would otherwise be reported again.
 */
export const inOrderOfMerge = <R extends Row>(
  rows: readonly R[],
  orders: Readonly<Record<string, { order?: 'first' | 'last' }>>,
): R[] => {
  const place = ({ entity }: Row): number => {
    const order = orders[String(entity)]?.order;
    return order === 'first' ? 0 : order === 'last' ? 2 : 1;
  };
  return rows.toSorted((one, other) => place(one) - place(other));
};
