import { byQueueOrder } from '../../circulation/domain/hold-queue.ts';
import { type Hold, isAgreed } from '../../items/public/hold.ts';
import type { Consent } from './openness.ts';
import type { Block, CounterDeltas, PatronStatus } from './patron-status.ts';
import { verifiedBlocks } from './sign-up.ts';

/** What a survivor's status becomes, and what its counters gain: exactly what the other's stood at. */
export type MergedStatus = {
  blocks: Block[];
  consents?: Consent[];
  guarantorId?: string;
  add: CounterDeltas;
};

const sameBlock = (one: Block, other: Block): boolean => one.code === other.code && one.scope === other.scope;

const consentsOf = (survivor: readonly Consent[], other: readonly Consent[]): Consent[] => [
  ...survivor,
  ...other.filter(({ memberId }) => !survivor.some((one) => one.memberId === memberId)),
];

/**
 * Two statuses as one: blocks and consents of both, the survivor's word where both say something; a guarantor where it had
 * none. Category, home branch and last good day are the survivor's. No limit is asked: a merge may exceed it, new acts may not.
 */
export const mergedStatus = (survivor: PatronStatus, other: PatronStatus): MergedStatus => {
  const { loans, holds, owed, perGroup, claims } = other.counters;
  const groups = Object.entries(perGroup).map(([group, by]) => [`group:${group}`, by] as const);
  const consents = consentsOf(survivor.consents ?? [], other.consents ?? []);
  const guarantorId = survivor.guarantorId ?? other.guarantorId;
  return {
    blocks: [
      ...survivor.blocks,
      ...verifiedBlocks(other).filter((block) => !survivor.blocks.some((one) => sameBlock(one, block))),
    ],
    ...(consents.length > 0 && { consents }),
    ...(guarantorId !== undefined && guarantorId !== survivor.patronId && { guarantorId }),
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

/** A row that says one patron's id, saying another's: the keys and indexes it lies under included. Ids are random, so nothing else is hit. */
export const rowRenamed = (row: Row, from: string, to: string): Row => renamed(row, from, to) as Row;

/**
 * In which order the rows of a merged patron go to the survivor: notices first, for whoever tells of a bill that appears there
 * finds that it was told; lists last, for who sees a list there finds its titles in it. A merge that stopped between goes on so.
 */
export const inOrderOfMerge = <R extends Row>(rows: readonly R[]): R[] => {
  const place = ({ entity }: Row): number => (entity === 'notice' ? 0 : entity === 'patronLists' ? 2 : 1);
  return rows.toSorted((one, other) => place(one) - place(other));
};

const wish = ({ recordId, itemId, part, editions }: Hold): string => JSON.stringify([recordId, itemId, part, editions]);
const hasCopy = ({ state }: Hold): boolean => state === 'in-transit' || state === 'on-shelf';

/**
 * The holds of one patron that ask for what another of them asks for (C28): of each wish one stays, the one that has its copy
 * or else the better place; those with a copy, and agreed consortium loans, always stay.
 */
export const doubledHolds = (holds: readonly Hold[]): Hold[] => {
  const kept = new Set<string>();
  const ordered = holds
    .filter((hold) => !isAgreed(hold))
    .toSorted((one, other) => Number(hasCopy(other)) - Number(hasCopy(one)) || byQueueOrder(one, other));
  return ordered.filter((hold) => {
    const doubled = kept.has(wish(hold)) && !hasCopy(hold);
    kept.add(wish(hold));
    return doubled;
  });
};
