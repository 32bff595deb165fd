import type { Consent } from './openness.ts';
import type { Block, CounterDeltas, PatronStatus } from './patron-status.ts';
import { type PatronUses, usesOfBoth } from './patron-uses.ts';
import { verifiedBlocks } from './sign-up.ts';

/** The survivor's new status, and the increase of its counters: exactly the other's values. */
export type MergedStatus = {
  blocks: Block[];
  consents?: Consent[];
  guarantorId?: string;
  residence?: string;
  uses?: PatronUses;
  add: CounterDeltas;
};

const sameBlock = (one: Block, other: Block): boolean => one.code === other.code && one.scope === other.scope;

const consentsOf = (survivor: readonly Consent[], other: readonly Consent[]): Consent[] => [
  ...survivor,
  ...other.filter(({ memberId }) => !survivor.some((one) => one.memberId === memberId)),
];

/**
 * Merges two statuses: blocks and consents of both, the survivor's where both have one; the other's guarantor and
 * place of residence where it had none. Category,
 * home branch and last day of validity are the survivor's. No limit is checked: a merge may exceed it, new acts may not.
 */
export const mergedStatus = (survivor: PatronStatus, other: PatronStatus): MergedStatus => {
  const { loans, holds, owed, perGroup, claims } = other.counters;
  const groups = Object.entries(perGroup).map(([group, by]) => [`group:${group}`, by] as const);
  const consents = consentsOf(survivor.consents ?? [], other.consents ?? []);
  const guarantorId = survivor.guarantorId ?? other.guarantorId;
  const residence = survivor.residence ?? other.residence;
  const uses = usesOfBoth(survivor.uses, other.uses);
  return {
    blocks: [
      ...survivor.blocks,
      ...verifiedBlocks(other).filter((block) => !survivor.blocks.some((one) => sameBlock(one, block))),
    ],
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
