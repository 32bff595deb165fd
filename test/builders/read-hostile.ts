import { readRecordAs } from '../../functions/catalogue/domain/loading/read-record.ts';
import { fileKind, SNIFF_LENGTH } from '../../layers/protocols/marc/file-kind.ts';
import type { MarcForm } from '../../layers/protocols/marc/forms.ts';
import { iso2709Splitter, type Piece, type Splitter } from '../../layers/protocols/marc/split-iso2709.ts';
import { marcJsonSplitter } from '../../layers/protocols/marc/split-marc-json.ts';
import { marcXmlSplitter } from '../../layers/protocols/marc/split-marcxml.ts';
import { HOSTILE_BYTES, hostileFiles } from './hostile-files.ts';

/** The result of reading one file; `peakMb`: the peak memory of the process, `factor`: the size of its output relative to the file. */
export type HostileRead = {
  file: string;
  read: number;
  accepted: number;
  rejected: number;
  peakMb: number;
  factor: number;
};

const splitters: Readonly<Record<MarcForm, () => Splitter>> = {
  iso2709: iso2709Splitter,
  marcxml: marcXmlSplitter,
  'marc-json': marcJsonSplitter,
};

const counted = (chunks: Iterable<Buffer>, look: () => void): Pick<HostileRead, 'read' | 'accepted' | 'rejected'> => {
  const counts = { read: 0, accepted: 0, rejected: 0 };
  let tool: { splitter: Splitter; form: MarcForm } | undefined;
  const take = (pieces: readonly Piece[], form: MarcForm): void => {
    for (const piece of pieces) {
      counts.read++;
      const result = 'bytes' in piece ? readRecordAs(form, piece.bytes) : { rejected: piece.reason };
      counts['record' in result ? 'accepted' : 'rejected']++;
      // Measuring memory takes longer than refusing a piece.
      if (counts.read % 1000 === 0) look();
    }
  };
  let head: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    head = tool === undefined ? Buffer.concat([head, chunk]) : chunk;
    if (head.length < SNIFF_LENGTH) continue;
    if (tool === undefined) {
      const kind = fileKind(head.subarray(0, SNIFF_LENGTH));
      // Refused by its first bytes, as in a load; the rest is not read.
      if ('rejected' in kind) return { read: 1, accepted: 0, rejected: 1 };
      tool = { splitter: splitters[kind.kind](), form: kind.kind };
    }
    take(tool.splitter.push(head), tool.form);
    look();
  }
  if (tool) take(tool.splitter.end(), tool.form);
  return counts;
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const readOne = (file: string, chunks: Iterable<Buffer>): HostileRead => {
  // Garbage of the previous file must not count for this one.
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const counts = counted(chunks, () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  });
  const factor = Math.round((10 * (peak - before)) / HOSTILE_BYTES) / 10;
  return { file, ...counts, peakMb: megabytes(peak), factor };
};

// Runs in a separate process, so that its heap limit and its memory are the reader's only; prints one line for each file.
if (process.argv[1] === import.meta.filename)
  for (const [file, chunks] of Object.entries(hostileFiles)) console.log(JSON.stringify(readOne(file, chunks())));
