import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { checkRecord } from '../../../layers/protocols/marc/rules/check-record.ts';
import type { FieldProtectionStore } from '../data/field-protection-store.ts';
import { contentVersion, type SourceRecord } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import type { Titles } from '../data/titles.ts';
import { findRecord } from '../data/union-record.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { ownMembers, sharedPart } from '../domain/visibility/local-fields.ts';
import { maySee } from '../domain/visibility/visibility.ts';
import { blankRecord, NO_VERSION } from './create-source.ts';
import { findLike } from './find-like.ts';
import { cataloguedBy } from './prepare-decision.ts';
import { viewerOf } from './viewer.ts';

/** Returns a source record that the caller may see. A record hidden from the caller is undefined, as if it did not exist. */
export const visibleSource = async (
  { sources }: { sources: SourceStore },
  sourceId: string,
  actor: Actor | undefined,
): Promise<SourceRecord | undefined> => {
  const source = await sources.get(sourceId);
  return source && maySee(viewerOf(actor), memberOfSource(sourceId), source.hiddenFrom) ? source : undefined;
};

/** Returns a source record with its MARC; bytes, local fields and protected fields only for the member that contributed it. */
export const readSourceRecord = async (
  deps: { table: Table; sources: SourceStore; fieldProtection: FieldProtectionStore },
  sourceId: string,
  actor: Actor | undefined,
) => {
  const { table, sources, fieldProtection } = deps;
  const source = await visibleSource(deps, sourceId, actor);
  if (!source) return undefined;
  const memberId = memberOfSource(sourceId);
  const isOwn = ownMembers(viewerOf(actor)).includes(memberId);
  const [bytes, record, found, fields] = await Promise.all([
    isOwn ? sources.bytes(source) : undefined,
    sources.marc(source),
    findRecord(table, source.recordId),
    isOwn ? fieldProtection.get(memberId) : [],
  ]);
  const { localId, importId, checksum, hiddenFrom, form, came } = source;
  return {
    ...{ sourceId, memberId, localId, importId, checksum, hiddenFrom },
    record: isOwn ? record : sharedPart(record),
    recordId: found?.now.recordId ?? source.recordId,
    format: (came ?? { form }).form,
    ...(bytes && { bytes: Buffer.from(bytes).toString('base64') }),
    version: contentVersion(source),
    isEdited: source.edited !== undefined,
    mayEdit: cataloguedBy(actor).includes(memberId),
    protected: fields,
  };
};

type Checking = { table: Table; sources: SourceStore; titles: Titles; now: number };

/**
 * Checks an edited record against the stored one; one under a number that the caller's member has not used, as a new record with those like
 * it. Undefined when the caller may see neither.
 */
export const checkSourceRecord = async (
  { table, sources, titles, now }: Checking,
  sourceId: string,
  actor: Actor | undefined,
  record: MarcRecord,
) => {
  const source = await sources.get(sourceId);
  if (source) {
    if (!maySee(viewerOf(actor), memberOfSource(sourceId), source.hiddenFrom)) return undefined;
    return { version: contentVersion(source), findings: checkRecord(record, await sources.marc(source)) };
  }
  const memberId = memberOfSource(sourceId);
  if (!cataloguedBy(actor).includes(memberId)) return undefined;
  const findings = checkRecord(record, blankRecord(sourceId));
  const [like = []] = await findLike({ table, titles, rulesAt: sources.rulesAt, memberId, actor, now }, [record]);
  return { version: NO_VERSION, findings, like };
};
