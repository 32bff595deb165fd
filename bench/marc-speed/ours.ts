import { createReadStream } from 'node:fs';
import { openIso2709 } from '../../layers/protocols/marc/open-iso2709.ts';
import { iso2709Splitter } from '../../layers/protocols/marc/split-iso2709.ts';

const CHUNK = 1_048_576;

/** Parses every record of a file and reads 245 $a, as the other readers do. Prints the number of both. */
const [, , file = ''] = process.argv;
const splitter = iso2709Splitter();
let [records, titles] = [0, 0];
const take = (pieces: ReturnType<typeof splitter.push>): void => {
  for (const piece of pieces) {
    if (!('bytes' in piece)) continue;
    const opened = openIso2709(piece.bytes);
    if ('rejected' in opened) continue;
    records++;
    if (opened.subfield('245', 'a') !== undefined) titles++;
  }
};
for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) take(splitter.push(chunk));
take(splitter.end());
console.log(`${records} ${titles}`);
