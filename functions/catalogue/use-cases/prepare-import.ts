import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { fileKind, SNIFF_LENGTH } from '../../../layers/protocols/marc/file-kind.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import { partRanges } from '../../../layers/protocols/marc/part-ranges.ts';
import { rejectReasons } from '../../../layers/protocols/marc/reasons.ts';
import { fileKey, type ImportStore, partName, type StoredImport } from '../data/import-store.ts';
import { MAX_IMPORT_BYTES, noCounts } from '../domain/loading/import.ts';
import { splitterOf } from './load-part.ts';

/** Records per part: a few seconds of work, so that an interruption costs little. */
const PART_RECORDS = 1000;

/** The result of the first step of a load: the parts to do, or that there is nothing to do. */
export type Prepared = { importId: string; go: boolean; parts: string[] };

const headOf = async (bucket: Bucket, file: string, size: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bucket.range(file, 0, Math.min(size, SNIFF_LENGTH))) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Returns whether XML is UTF-8. Only its beginning declares the encoding, so other encodings cannot be cut into parts. */
const isUtf8Xml = (head: Uint8Array): boolean => {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const declared = /encoding\s*=\s*["']([\w.-]+)["']/.exec(Buffer.from(head.subarray(0, 200)).toString('latin1'))?.[1];
  return declared === undefined || /^utf-?8$/i.test(declared);
};

const cut = async (bucket: Bucket, file: string, size: number, form: MarcForm, head: Uint8Array) => {
  if (form === 'marcxml' && !isUtf8Xml(head)) return [{ part: partName(0), start: 0, end: size, form }];
  const parts = [];
  for await (const { start, end } of partRanges(bucket.range(file, 0, size), splitterOf(form), PART_RECORDS))
    parts.push({ part: partName(parts.length), start, end, form });
  return parts;
};

const refusalOf = (
  load: StoredImport,
  size: number,
  head: Uint8Array,
): { reason: string; detail: string } | undefined => {
  if (size > MAX_IMPORT_BYTES)
    return { reason: 'file-too-large', detail: `The file has more than ${MAX_IMPORT_BYTES} bytes: split it.` };
  const kind = fileKind(head);
  if ('rejected' in kind) return { reason: kind.rejected, detail: rejectReasons[kind.rejected] };
  if (load.type !== undefined && load.type !== kind.kind)
    return { reason: 'not-as-declared', detail: `The file was said to be ${load.type} and is ${kind.kind}.` };
  return undefined;
};

/**
 * Runs the first step of a load: claims it for this run, detects the format, refuses what is not MARC, and cuts the file at record
 * boundaries. Returns the parts that are not done yet. `go` is false when another run has the load or the file was refused.
 */
export const prepareImport = async (
  { imports, bucket }: { imports: ImportStore; bucket: Bucket },
  importId: string,
  execution: string,
  at: string,
): Promise<Prepared> => {
  const nothing = { importId, go: false, parts: [] };
  const load = await imports.get(importId);
  if (!load || !(await imports.begin(importId, execution, at))) return nothing;
  const file = fileKey(importId);
  const size = (await bucket.size(file)) ?? 0;
  const head = await headOf(bucket, file, size);
  const problem = refusalOf(load, size, head);
  if (problem) {
    await imports.end(importId, { state: 'rejected', at, counts: noCounts(), problem });
    return nothing;
  }
  const known = await imports.parts(importId);
  if (load.parts === 0 || known.length < load.parts) {
    const kind = fileKind(head);
    await imports.putParts(importId, await cut(bucket, file, size, 'kind' in kind ? kind.kind : 'iso2709', head));
  }
  const parts = (await imports.parts(importId)).filter(({ done }) => !done).map(({ part }) => part);
  return { importId, go: true, parts };
};
