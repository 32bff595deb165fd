import { type ItemMapping, itemDialects } from '../layers/protocols/marc/item-mapping.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';
import { holdings } from './holdings.ts';
import { recordOf } from './marc.ts';
import { members } from './members.ts';

/** The item field in every member's file of the demo: that of Koha. Branch and category are our own ids, so no mapping is needed. */
export const itemMapping: ItemMapping = itemDialects['koha-952'];

/** Returns the records of a member's load, in the order of its local numbers. */
export const recordsOf = (member: string): MarcRecord[] =>
  holdings.filter((holding) => holding.member === member).map(recordOf);

/** Returns a member's load as one ISO 2709 file. Throws when a record cannot be written. */
export function loadFile(member: string): Uint8Array {
  const parts = recordsOf(member).map((record) => {
    const written = writeIso2709(record);
    if ('refused' in written) throw new Error(written.refused.map(({ detail }) => detail).join(' '));
    return written.bytes;
  });
  const file = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** The loads of all members: file name, member, number of records, bytes. */
export const loadFiles = (): { member: string; fileName: string; records: number; bytes: Uint8Array }[] =>
  members.map(({ memberId }) => ({
    member: memberId,
    fileName: `${memberId}.mrc`,
    records: recordsOf(memberId).length,
    bytes: loadFile(memberId),
  }));
