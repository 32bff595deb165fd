// Does the work of ours.ts with marcjs: parses every record of a file and reads 245 $a.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const [, , file, folder] = process.argv;
const { Marc } = createRequire(`${folder}/package.json`)('marcjs');
let [records, titles] = [0, 0];
const parser = createReadStream(file, { highWaterMark: 1_048_576 }).pipe(Marc.createStream('Iso2709', 'Parser'));
for await (const record of parser) {
  records++;
  const title = record.fields.find(([tag]) => tag === '245');
  if (title !== undefined && title.indexOf('a', 2) !== -1) titles++;
}
console.log(`${records} ${titles}`);
