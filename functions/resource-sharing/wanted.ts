import { citationOfRecord, type DescribedRecord, describeUnion } from '../../layers/data/catalogue/cited-record.ts';
import { findRecord } from '../../layers/data/catalogue/union-record.ts';
import type { Table } from '../../layers/data/table.ts';
import { citedId } from '../../layers/data/wish-key.ts';
import type { Viewer } from '../../layers/domain/catalogue/visibility.ts';
import { type Citation, isPart, missingIn } from '../../layers/domain/resource-sharing/citation/citation.ts';
import type { Service } from '../../layers/domain/resource-sharing/request.ts';
import { isMadeRecord } from '../../layers/domain/resource-sharing/scanned-copy.ts';
import type { LoanWish } from './loan-wish.ts';

/** Looks a citation up in the union catalogue, as far as somebody may see it. */
export type FindCited = (citation: Citation, viewer: Viewer) => Promise<DescribedRecord | undefined>;

/**
 * What a wish comes to: a union record (`inUnion`), or a made id for what only a citation names; and what of the citation is
 * missing before anybody can look for it.
 */
export type Wanted = {
  recordId: string;
  inUnion: boolean;
  citation?: Citation;
  service: Service;
  missing: ReturnType<typeof missingIn>;
};

const serviceOf = (wished: Service | undefined, citation: Citation | undefined): Service =>
  wished ?? (citation !== undefined && isPart(citation) ? 'copy' : 'loan');

const cited = (record: DescribedRecord | undefined, citation: Citation | undefined): Citation | undefined =>
  record && citation ? citationOfRecord(record, citation) : citation;

const said = (citation: Citation | undefined): { citation?: Citation } => (citation ? { citation } : {});

/** What a citation comes to, given the record that it was found to be, if it is in the union. */
export const wantedAs = (record: DescribedRecord | undefined, citation: Citation, service?: Service): Wanted => {
  const whole = cited(record, citation) ?? citation;
  return {
    recordId: record?.recordId ?? citedId(whole),
    inUnion: record !== undefined,
    citation: whole,
    service: serviceOf(service, whole),
    missing: missingIn(whole),
  };
};

/** Finds out what is wanted; undefined when a record is named that there is not. Throws `EngineAway`. */
export const whatIsWanted = async (
  { table, findCited }: { table: Table; findCited: FindCited },
  { recordId, citation, service }: Pick<LoanWish, 'recordId' | 'citation' | 'service'>,
  viewer: Viewer,
): Promise<Wanted | undefined> => {
  if (recordId !== undefined && !isMadeRecord(recordId)) {
    const found = await findRecord(table, recordId);
    if (!found) return undefined;
    const whole = citation && cited(await describeUnion(table, recordId), citation);
    const missing = whole ? missingIn(whole) : [];
    return {
      ...{ recordId: found.now.recordId, inUnion: true, missing },
      ...said(whole),
      service: serviceOf(service, whole),
    };
  }
  return citation && wantedAs(await findCited(citation, viewer), citation, service);
};

/** The citation by which somebody outside knows what is wanted: as it was given, or made of the union record as far as that is known. */
export const citationFor = async (
  table: Table,
  wanted: Pick<Wanted, 'recordId' | 'citation'>,
): Promise<Citation | undefined> => {
  if (wanted.citation) return wanted.citation;
  const record = await describeUnion(table, wanted.recordId);
  return record && citationOfRecord(record);
};
