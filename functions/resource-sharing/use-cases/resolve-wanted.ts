import { type Citation, isPart, missingIn } from '../../../layers/kernel/citation/citation.ts';
import { citationOfRecord, type DescribedRecord } from '../../catalogue/public/citation-of-record.ts';
import {
  type Describing,
  describeUnion,
  everybody,
  isSeenBy,
  type Looking,
} from '../../catalogue/public/describe-union.ts';
import { findRecord } from '../../catalogue/public/union-record.ts';
import { citedId } from '../data/duplicate-key.ts';
import { isMadeRecord } from '../domain/items/scanned-copy.ts';
import type { Service } from '../domain/requests/request.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';

/** Looks a citation up in the union catalogue, as far as somebody may see it. */
export type FindCited = (citation: Citation, looking: Looking) => Promise<DescribedRecord | undefined>;

/**
 * The requested item: a union record (`inUnion`), or a generated id for a citation alone; and the parts of the citation
 * that are missing before anybody can search for it.
 */
export type Wanted = {
  recordId: string;
  inUnion: boolean;
  citation?: Citation;
  service: Service;
  missing: ReturnType<typeof missingIn>;
};

const serviceOf = (requested: Service | undefined, citation: Citation | undefined): Service =>
  requested ?? (citation !== undefined && isPart(citation) ? 'copy' : 'loan');

const cited = (record: DescribedRecord | undefined, citation: Citation | undefined): Citation | undefined =>
  record && citation ? citationOfRecord(record, citation) : citation;

const optionalCitation = (citation: Citation | undefined): { citation?: Citation } => (citation ? { citation } : {});

/** Resolves a citation, given the matching record, if it is in the union. */
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

/**
 * Resolves the requested item; undefined when the named record does not exist or is hidden from the viewer. Throws
 * `EngineUnavailable`.
 */
export const resolveWanted = async (
  { findCited, ...describing }: Describing & { findCited: FindCited },
  { recordId, citation, service }: Pick<LoanRequestInput, 'recordId' | 'citation' | 'service'>,
  looking: Looking,
): Promise<Wanted | undefined> => {
  if (recordId !== undefined && !isMadeRecord(recordId)) {
    const found = await findRecord(describing.table, recordId);
    if (!found || !(await isSeenBy(describing.table, found.now.sources, looking.viewer))) return undefined;
    const whole = citation && cited(await describeUnion(describing, recordId, looking), citation);
    const missing = whole ? missingIn(whole) : [];
    return {
      ...{ recordId: found.now.recordId, inUnion: true, missing },
      ...optionalCitation(whole),
      service: serviceOf(service, whole),
    };
  }
  return citation && wantedAs(await findCited(citation, looking), citation, service);
};

/**
 * Returns the citation by which a partner identifies the item: as given, or from the public union record at a time
 * (epoch ms), as far as known.
 */
export const citationFor = async (
  deps: Describing,
  wanted: Pick<Wanted, 'recordId' | 'citation'>,
  now: number,
): Promise<Citation | undefined> => {
  if (wanted.citation) return wanted.citation;
  const record = await describeUnion(deps, wanted.recordId, { viewer: everybody, now });
  return record && citationOfRecord(record);
};
