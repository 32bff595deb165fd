import { writeIso2709 } from '../../layers/protocols/marc/write-iso2709.ts';
import { generatedRecord } from '../marc-files.ts';

const CHUNK = 1_048_576;

/** Yields the bytes of a file of generated records from number `from` on, made on demand; `seen` receives the number so far. */
export async function* generatedFile(
  records: number,
  seen: (n: number) => void = () => {},
  from = 0,
): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (let n = 0; n < records; n++) {
    const written = writeIso2709(generatedRecord(from + n));
    if (!('bytes' in written)) throw new Error(`Generated record ${n}: ${JSON.stringify(written.refused)}`);
    waiting.push(written.bytes);
    bytes += written.bytes.length;
    if (bytes < CHUNK && n < records - 1) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
    seen(n + 1);
  }
}
