import { type Reach, read } from '../../../layers/platform/http/outbound/post.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { splitRecords } from '../../../layers/protocols/marc/split-iso2709.ts';
import { marcXmlSplitter } from '../../../layers/protocols/marc/split-marcxml.ts';
import { readForeignRecord } from '../domain/loading/read-foreign-record.ts';
import { MOST_HITS, searchAddress } from '../domain/targets/target-query.ts';
import type { CopyTarget } from '../domain/targets/targets.ts';

/** The limits of an answer: seven of the function's ten seconds, and the size of ten large records. */
const LIMITS = { timeoutMs: 7_000, maxBytes: 2_000_000 };

/** The records of a page, and the number of those that cannot be read as MARC. */
type PageOfRecords = { records: MarcRecord[]; unreadable: number };

/** The records of a target for a query: their total number, and those of this page. Or a text with the reason why there is no answer. */
export type TargetAnswer = (PageOfRecords & { total: number }) | { failed: string };

const numbered = (xml: string): number | undefined => {
  const found = /<(?:\w+:)?numberOfRecords>\s*(\d{1,9})\s*</.exec(xml)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Returns what a diagnostic of SRU says. */
const diagnosticIn = (xml: string): string | undefined => {
  if (!/<(?:\w+:)?diagnostic[\s>]/.test(xml)) return undefined;
  const [message, details] = ['message', 'details'].map(
    (name) => new RegExp(`<(?:\\w+:)?${name}>([^<]{1,300})<`).exec(xml)?.[1],
  );
  return [message, details].filter((text) => text !== undefined).join(': ') || 'It refuses the search.';
};

/** Returns the number of diagnostics that stand in place of a record. */
const inPlaceOfRecords = (xml: string): number =>
  xml.split(/<\/(?:\w+:)?records>/)[0]?.match(/<(?:\w+:)?diagnostic[\s>]/g)?.length ?? 0;

const recordsIn = async (bytes: Uint8Array, xml: string): Promise<PageOfRecords> => {
  const records: MarcRecord[] = [];
  let unreadable = inPlaceOfRecords(xml);
  for await (const piece of splitRecords([bytes], marcXmlSplitter())) {
    const decoded = 'bytes' in piece && readForeignRecord('marcxml', Uint8Array.from(piece.bytes));
    if (decoded && 'record' in decoded) records.push(decoded.record);
    else unreadable += 1;
  }
  return { records: records.slice(0, MOST_HITS), unreadable };
};

/** Searches a target by SRU. Takes the query in CQL and the position of the first record wanted; never throws. */
export const searchTarget = async (
  target: CopyTarget,
  query: string,
  from: number,
  reach: Reach,
): Promise<TargetAnswer> => {
  const url = searchAddress(target, query, from);
  const answer = await read({ url, headers: { accept: 'application/xml, text/xml' }, ...LIMITS }, reach);
  if ('failed' in answer) return { failed: answer.failed };
  if (answer.status !== 200) return { failed: `HTTP ${answer.status}` };
  const xml = Buffer.from(answer.body).toString('utf8');
  const total = numbered(xml);
  const diagnostic = diagnosticIn(xml);
  if (total === undefined) return { failed: diagnostic ?? 'It does not answer by SRU.' };
  const page = await recordsIn(answer.body, xml);
  // A target that cannot give a record in the syntax asked for counts it, and sends a diagnostic in its place.
  if (page.records.length === 0 && diagnostic !== undefined) return { failed: diagnostic };
  return { total, ...page };
};
