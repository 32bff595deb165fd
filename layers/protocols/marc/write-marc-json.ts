import { leaderWithoutLengths } from './leader.ts';
import type { MarcRecord } from './record.ts';
import { type WriteRefusal, writeRefusals } from './write-refusals.ts';

/** A record as MARC-in-JSON, on one line, or why it cannot be written. */
export type WrittenMarcJson = { json: string } | { refused: WriteRefusal[] };

/** Writes a record as MARC-in-JSON, strictly. Refuses the faults of `writeRefusals`, but no length: JSON has no limit. */
export const writeMarcJson = (record: MarcRecord): WrittenMarcJson => {
  const refused = writeRefusals(record);
  if (refused.length > 0) return { refused };
  const fields = [
    ...record.control.map(({ tag, value }) => ({ [tag]: value })),
    ...record.data.map(({ tag, ind1, ind2, subfields }) => ({
      [tag]: { ind1, ind2, subfields: subfields.map(({ code, value }) => ({ [code]: value })) },
    })),
  ];
  return { json: JSON.stringify({ leader: leaderWithoutLengths(record.leader), fields }) };
};
