import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { marcFolder, soundFiles } from '../../bench/marc-files.ts';
import { type Marc8Tally, marc8Difference, noMarc8, throughMarc8, together } from '../../bench/marc8-round-trip.ts';
import { type FileKind, fileKind, SNIFF_LENGTH } from '../../layers/protocols/marc/file-kind.ts';
import type { MarcForm } from '../../layers/protocols/marc/forms.ts';
import { readIso2709 } from '../../layers/protocols/marc/read-iso2709.ts';
import { readMarcJsonRecord } from '../../layers/protocols/marc/read-marc-json.ts';
import { readMarcXmlRecord } from '../../layers/protocols/marc/read-marcxml-record.ts';
import type { ReadResult } from '../../layers/protocols/marc/reasons.ts';
import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { iso2709Splitter, type Piece, type Splitter } from '../../layers/protocols/marc/split-iso2709.ts';
import { marcJsonSplitter } from '../../layers/protocols/marc/split-marc-json.ts';
import { marcXmlSplitter } from '../../layers/protocols/marc/split-marcxml.ts';
import { writeIso2709 } from '../../layers/protocols/marc/write-iso2709.ts';
import { writeMarcJson } from '../../layers/protocols/marc/write-marc-json.ts';
import { writeMarcXml } from '../../layers/protocols/marc/write-marcxml.ts';

const MOST_MB = 256;

const readers: Record<MarcForm, [() => Splitter, (bytes: Uint8Array) => ReadResult]> = {
  iso2709: [iso2709Splitter, readIso2709],
  marcxml: [marcXmlSplitter, readMarcXmlRecord],
  'marc-json': [marcJsonSplitter, readMarcJsonRecord],
};

const chunksOf = (file: string): AsyncIterable<Buffer> => {
  const raw = createReadStream(file, { highWaterMark: 65_536 });
  return file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
};

/** Returns the pieces of a file by the format of its first bytes; throws when it is not MARC. */
async function* piecesOf(file: string): AsyncGenerator<{ piece: Piece; read: (bytes: Uint8Array) => ReadResult }> {
  let tool: { splitter: Splitter; read: (bytes: Uint8Array) => ReadResult } | undefined;
  for await (const chunk of chunksOf(file)) {
    if (tool === undefined) {
      const kind: FileKind = fileKind(chunk.subarray(0, SNIFF_LENGTH));
      if ('rejected' in kind) throw new Error(`${file}: ${kind.rejected}`);
      const [splitter, read] = readers[kind.kind];
      tool = { splitter: splitter(), read };
    }
    for (const piece of tool.splitter.push(chunk)) yield { piece, read: tool.read };
  }
  if (tool !== undefined) for (const piece of tool.splitter.end()) yield { piece, read: tool.read };
}

/** The parts that a writer recomputes do not indicate a loss. */
const substance = ({ leader, control, data }: MarcRecord): string =>
  JSON.stringify([leader.slice(5, 9), leader.slice(17, 20), control, data]);

const again = (record: MarcRecord): [string, ReadResult | { refused: string }][] => {
  const [iso, xml, json] = [writeIso2709(record), writeMarcXml(record), writeMarcJson(record)];
  const refusal = (refused: readonly { code: string }[]) => ({
    refused: [...new Set(refused.map(({ code }) => code))].join(' '),
  });
  return [
    ['iso2709', 'bytes' in iso ? readIso2709(iso.bytes) : refusal(iso.refused)],
    ['marcxml', 'xml' in xml ? readMarcXmlRecord(Buffer.from(xml.xml)) : refusal(xml.refused)],
    ['marc-json', 'json' in json ? readMarcJsonRecord(Buffer.from(json.json)) : refusal(json.refused)],
  ];
};

/** Returns the formats, of three, in which a record is read back changed. A length that ISO 2709 cannot express is no loss. */
const lostIn = (record: MarcRecord): string[] =>
  again(record).flatMap(([form, back]) => {
    if ('record' in back) return substance(back.record) === substance(record) ? [] : [form];
    return form === 'iso2709' && 'refused' in back && /^(field|record)-too-long/.test(back.refused) ? [] : [form];
  });

/** A difference without a known reason: an error of the reader or of the writer. */
const UNEXPLAINED = 'unexplained';

/** Returns why the written bytes differ from those read, in the terms of the reader; none when they are equal. */
const difference = (bytes: Uint8Array, read: Extract<ReadResult, { record: MarcRecord }>): string | undefined => {
  const asRead = Buffer.from(bytes);
  const isUnicode = asRead[9] === 0x61;
  const written = writeIso2709(read.record, isUnicode ? 'utf-8' : 'marc-8');
  if ('refused' in written) return [...new Set(written.refused.map(({ code }) => code))].join(' ');
  if (asRead.equals(Buffer.from(written.bytes))) return undefined;
  const codes = [...new Set(read.warnings.map(({ code }) => code))].sort();
  if (codes.length > 0) return codes.join(' ');
  const base = Number(asRead.toString('latin1', 12, 17));
  const entries = asRead.toString('latin1', 24, base - 1).match(/.{12}/gs) ?? [];
  const starts = entries.map((entry) => Number(entry.slice(7)));
  if (starts.some((start, i) => start < (starts[i - 1] ?? 0)))
    return 'fields lie in another order than their directory has them';
  const tags = entries.map((entry) => entry.slice(0, 3));
  if (tags.some((tag, i) => tag < '010' && (tags[i - 1] ?? '') >= '010'))
    return 'control fields came behind data fields';
  return (isUnicode ? undefined : marc8Difference(bytes, read)) ?? UNEXPLAINED;
};

type Sound = {
  file: string;
  read: number;
  identical: number;
  lost: number;
  differing: Record<string, number>;
  marc8: Marc8Tally;
};

const proveSound = async (folder: string, file: string, list: boolean): Promise<Sound> => {
  const sound: Sound = { file, read: 0, identical: 0, lost: 0, differing: {}, marc8: noMarc8() };
  for await (const { piece, read } of piecesOf(path.join(folder, file))) {
    sound.read++;
    const result = 'bytes' in piece ? read(piece.bytes) : { rejected: piece.reason };
    if (!('record' in result) || !('bytes' in piece)) {
      sound.lost++;
      continue;
    }
    const lost = lostIn(result.record);
    if (lost.length > 0) sound.lost++;
    if (!throughMarc8(sound.marc8, result.record)) console.log(`${file}\t${piece.offset}\tlost in MARC-8`);
    const why = difference(piece.bytes, result);
    if (why === undefined) sound.identical++;
    else sound.differing[why] = (sound.differing[why] ?? 0) + 1;
    if (list && why !== undefined) console.log(`${file}\t${piece.offset}\t${why}`);
    if (lost.length > 0) console.log(`${file}\t${piece.offset}\tlost in ${lost.join(' ')}`);
  }
  return sound;
};

type Malformed = {
  file: string;
  read: number;
  accepted: number;
  repaired: number;
  rejected: string[];
  lost: number;
  marc8: Marc8Tally;
  /** For MARC-8 records: how our own bytes differ. */
  asMarc8: string[];
};

/** Reads a file only, like a load, so that its memory is the reader's alone. */
const accountFor = async (folder: string, file: string): Promise<Malformed> => {
  const found: Malformed = {
    ...{ file, read: 0, accepted: 0, repaired: 0, rejected: [], lost: 0 },
    ...{ marc8: noMarc8(), asMarc8: [] },
  };
  for await (const { piece, read } of piecesOf(path.join(folder, file))) {
    found.read++;
    const result = 'bytes' in piece ? read(piece.bytes) : { rejected: piece.reason };
    if ('rejected' in result) found.rejected.push(`byte ${piece.offset}: ${result.rejected}`);
    else {
      found.accepted++;
      if (result.warnings.length > 0) found.repaired++;
    }
  }
  return found;
};

/** Writes the records of a file in each format, and in MARC-8, and reads them again; records any loss. */
const writeAgain = async (folder: string, found: Malformed): Promise<void> => {
  for await (const { piece, read } of piecesOf(path.join(folder, found.file))) {
    const result = 'bytes' in piece ? read(piece.bytes) : { rejected: piece.reason };
    if (!('record' in result)) continue;
    if (lostIn(result.record).length > 0) found.lost++;
    throughMarc8(found.marc8, result.record);
    const differs = 'bytes' in piece && read === readIso2709 ? marc8Difference(piece.bytes, result) : undefined;
    if (differs !== undefined) found.asMarc8.push(differs);
  }
};

const countBy = (words: readonly string[]): { why: string; records: number }[] =>
  [...Map.groupBy(words, (word) => word)]
    .map(([why, some]) => ({ why, records: some.length }))
    .sort((a, b) => b.records - a.records);

const short = (file: string): string => (file.length > 60 ? `…${file.slice(-59)}` : file);

if (import.meta.main) {
  const folder = marcFolder();
  if (folder === undefined) console.log('skipped: no real records beside the project');
  else {
    const list = process.argv.includes('--list');
    const malformed: Malformed[] = [];
    const broken = path.join(folder, 'malformed');
    for (const file of readdirSync(broken).sort()) malformed.push(await accountFor(broken, file));
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    for (const one of malformed) await writeAgain(broken, one);
    console.log('Malformed files: accepted + rejected = read.');
    console.table(
      malformed.map(({ rejected, marc8: _, asMarc8: __, ...row }) => ({
        ...row,
        file: short(row.file),
        rejected: rejected.length,
      })),
    );
    for (const { file, rejected } of malformed) for (const one of rejected) console.log(`  ${short(file)}: ${one}`);
    const sound: Sound[] = [];
    for (const file of soundFiles.filter((each) => existsSync(path.join(folder, each))))
      sound.push(await proveSound(folder, file, list));
    console.log(
      'Sound records: read, written in the encoding that they state, and compared byte by byte; read again from ISO 2709, MARCXML and MARC-in-JSON.',
    );
    console.table(sound.map(({ differing, marc8: _, ...row }) => ({ ...row, differing: row.read - row.identical })));
    const reasons = countBy(
      sound.flatMap(({ differing }) => Object.entries(differing).flatMap(([why, n]) => new Array<string>(n).fill(why))),
    );
    console.log('Where the bytes differ, and nothing is lost (npm run prove:marc -- --list names each):');
    console.table(reasons);
    const asMarc8 = countBy(malformed.flatMap((one) => one.asMarc8));
    console.log('Real records in MARC-8 (the malformed files alone hold any): read, written, compared byte by byte.');
    console.table(asMarc8);
    console.log('All records written in MARC-8, read back, compared, and written once more to the same bytes.');
    const broken8 = malformed.map(({ marc8 }) => marc8).reduce(together, noMarc8());
    console.table([...sound, { file: 'malformed', marc8: broken8 }].map(({ file, marc8 }) => ({ file, ...marc8 })));
    const lost = [...sound, ...malformed].reduce((sum, one) => sum + one.lost + one.marc8.lost, 0);
    const unexplained = [...reasons, ...asMarc8]
      .filter(({ why }) => why === UNEXPLAINED)
      .reduce((sum, { records }) => sum + records, 0);
    const unaccounted = malformed.filter(({ read, accepted, rejected }) => accepted + rejected.length !== read).length;
    console.log(
      `${lost} lost, ${unexplained} differences unexplained, ${unaccounted} files not accounted for; peak memory over the malformed ones ${peakMb} MB (limit ${MOST_MB}).`,
    );
    if (process.argv.includes('--json')) console.log(JSON.stringify({ prove: 'marc', sound, malformed, lost, peakMb }));
    process.exitCode = lost + unexplained + unaccounted > 0 || peakMb > MOST_MB ? 1 : 0;
  }
}
