import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { type Decision, decisionSchema, type SeenSource } from '../domain/union/decision.ts';
import { key, sortPrefix } from './keys.ts';
import { readSource } from './source-record.ts';
import { findRecord } from './union-record.ts';

/** Decodes a stored decision. */
export const readDecision = (item: unknown): Decision => decisionSchema.parse(item);

/** Returns a decision by its id, read strongly. */
export const getDecision = async (table: Table, decisionId: string): Promise<Decision | undefined> => {
  const row = await table.get(key('unionDecision', { decisionId }), { strong: true });
  return row && readDecision(row);
};

/** Returns the writes of a decision: itself as it was read (`v` 0: it is new), and its entry for each union record. */
export const decisionWrites = (decision: Decision): Write[] => {
  const { decisionId, v, before, after } = decision;
  const recordIds = [...new Set([...before, ...after])];
  return [
    {
      put: { ...decision, ...key('unionDecision', decision), ...stamp('unionDecision', v + 1) },
      when: v === 0 ? absent() : unchanged(v),
    },
    ...recordIds.map((recordId) => ({
      put: {
        ...key('recordDecision', { recordId, decisionId }),
        ...stamp('recordDecision', 1),
        ...{ recordId, decisionId },
      },
    })),
  ];
};

/** The most decisions of one record that are shown: no record has had more. */
const MOST_SHOWN = 100;

/**
 * Returns the decisions on a union record, the newest first, including those of records merged into it. Undefined when there is no such
 * record.
 */
export const decisionsOn = async (table: Table, recordId: string): Promise<Decision[] | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found) return undefined;
  const ids = [...new Set([recordId, found.now.recordId, ...found.now.absorbed])];
  const pages = await Promise.all(
    ids.map((id) =>
      table.query({
        ...{ partition: key('record', { recordId: id }).pk, begins: sortPrefix('recordDecision') },
        ...{ backwards: true, limit: MOST_SHOWN },
      }),
    ),
  );
  const decisionIds = [...new Set(pages.flatMap(({ items }) => items.map((row) => String(row.decisionId))))];
  const newest = decisionIds.sort().reverse().slice(0, MOST_SHOWN);
  const rows = await table.getMany(newest.map((decisionId) => key('unionDecision', { decisionId })));
  return rows.flatMap((row) => (row ? [readDecision(row)] : []));
};

/** Returns the source records of decisions, with the audiences they are hidden from. */
export const sourcesOf = async (table: Table, decisions: readonly Decision[]): Promise<SeenSource[]> => {
  const ids = [...new Set(decisions.flatMap(({ sides }) => sides.flat()))];
  const rows = await table.getMany(ids.map((sourceId) => key('source', { sourceId })));
  return rows.flatMap((row) => {
    if (!row) return [];
    const { sourceId, hiddenFrom } = readSource(row);
    return [{ sourceId, hiddenFrom, memberId: memberOfSource(sourceId) }];
  });
};
