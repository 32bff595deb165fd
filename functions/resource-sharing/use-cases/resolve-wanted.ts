import { type Citation, isPart, missingIn } from '../../../layers/kernel/citation/citation.ts';
import { citationOfRecord, type DescribedRecord } from '../../catalogue/public/citation-of-record.ts';
import { type Describing, describeUnion, type Looking } from '../../catalogue/public/describe-union.ts';
import { everybody } from '../../catalogue/public/everybody.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { isSeenBy } from '../../catalogue/public/is-seen-by.ts';
import type { Cited, LookingUp } from '../../discovery/public/find-cited.ts';
import { citedId } from '../data/duplicate-key.ts';
import { isMadeRecord } from '../domain/items/scanned-copy.ts';
import type { PossibleRecord, Service } from '../domain/requests/request.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';

/** Looks a citation up in the union catalogue, as far as somebody may see it. */
export type FindCited = (citation: Citation, looking: LookingUp) => Promise<Cited>;

/**
 * The requested item: a union record (`inUnion`), or a generated id for a citation alone; the record that a citation
 * led to, and the records that may be meant besides; and the parts of the citation that are missing before anybody can
 * search for it.
 */
export type Wanted = {
  recordId: string;
  inUnion: boolean;
  matched?: PossibleRecord;
  possible: readonly PossibleRecord[];
  citation?: Citation;
  service: Service;
  missing: ReturnType<typeof missingIn>;
};

const possibleRecord = ({ recordId, description }: DescribedRecord): PossibleRecord => {
  const { titles, mainName, publication, format } = description;
  const { year } = publication;
  return {
    ...{ recordId, title: titles.title, format },
    ...(mainName && { author: mainName.name }),
    ...(year !== undefined && { year }),
  };
};

const serviceOf = (requested: Service | undefined, citation: Citation | undefined): Service =>
  requested ?? (citation !== undefined && isPart(citation) ? 'copy' : 'loan');

const enriched = (record: DescribedRecord | undefined, citation: Citation | undefined): Citation | undefined =>
  record && citation ? citationOfRecord(record, citation) : citation;

const optionalCitation = (citation: Citation | undefined): { citation?: Citation } => (citation ? { citation } : {});

/** The citation with what its record says. One found by its title may have other numbers than those that were cited. */
const citationWith = (found: Cited['found'], citation: Citation): Citation => {
  const { isbn, issn, oclc, lccn } = citation;
  const isNumbered = [isbn, issn, oclc, lccn].some((number) => number !== undefined);
  return found?.by === 'title' && isNumbered ? citation : (enriched(found?.record, citation) ?? citation);
};

/** Resolves a citation, given what the catalogue has of it. */
export const wantedAs = ({ found, possible }: Cited, citation: Citation, service?: Service): Wanted => {
  const whole = citationWith(found, citation);
  return {
    recordId: found?.record.recordId ?? citedId(whole),
    inUnion: found !== undefined,
    ...(found && { matched: possibleRecord(found.record) }),
    possible: possible.map(possibleRecord),
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
  { recordId, citation, service, notThese }: Pick<LoanRequestInput, 'recordId' | 'citation' | 'service' | 'notThese'>,
  looking: Looking,
): Promise<Wanted | undefined> => {
  if (recordId !== undefined && !isMadeRecord(recordId)) {
    const found = await findRecord(describing.table, recordId);
    if (!found || !(await isSeenBy(describing.table, found.now.sources, looking.viewer))) return undefined;
    const whole = citation && enriched(await describeUnion(describing, recordId, looking), citation);
    const missing = whole ? missingIn(whole) : [];
    return {
      ...{ recordId: found.now.recordId, inUnion: true, possible: [], missing },
      ...optionalCitation(whole),
      service: serviceOf(service, whole),
    };
  }
  return citation && wantedAs(await findCited(citation, { ...looking, ruledOut: notThese }), citation, service);
};

/** The records that a citation led to, as answers name them. */
export const wantedRecords = ({ matched, possible }: Wanted) => ({
  ...(matched && { record: matched }),
  possible: [...possible],
});

/** The requested item, as answers describe it. */
export const wantedView = (wanted: Wanted) => {
  const { recordId, inUnion: inConsortium, service, missing } = wanted;
  return { recordId, inConsortium, service, missing, ...wantedRecords(wanted) };
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
