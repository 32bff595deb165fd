import { createReadStream } from 'node:fs';
import { fields, subfield } from '../../layers/protocols/marc/fields.ts';
import { readIso2709 } from '../../layers/protocols/marc/read-iso2709.ts';
import { iso2709Splitter, splitRecords } from '../../layers/protocols/marc/split-iso2709.ts';

const CHUNK = 1_048_576;

/** Does more work than the peers: decodes and checks every field of every record, as a load does. */
const [, , file = ''] = process.argv;
let [records, titles] = [0, 0];
for await (const piece of splitRecords(createReadStream(file, { highWaterMark: CHUNK }), iso2709Splitter())) {
  const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
  if (!('record' in read)) continue;
  records++;
  if (subfield(fields(read.record, '245')[0], 'a') !== undefined) titles++;
}
console.log(`${records} ${titles}`);
