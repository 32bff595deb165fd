import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { SourceStore } from '../data/source-store.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { createSource, NO_VERSION } from './create-source.ts';
import { type Edit, type Edited, editSource, type NotEdited } from './edit-source.ts';
import { cataloguedBy } from './prepare-decision.ts';
import { visibleSource } from './read-source-record.ts';

type Deps = Pick<Edit, 'table' | 'ids'> & { bucket: Bucket; sources: SourceStore };
type Input = Omit<Edit, keyof Deps | 'rulesAt'> & { actor: Actor | undefined };

/** Creates or changes a record of a member for whom the actor catalogues. Returns the result, or why it is not stored. */
export const saveSourceRecord = async (
  { sources, table, bucket, ids }: Deps,
  { actor, ...edit }: Input,
): Promise<Edited | NotEdited | 'not-yours'> => {
  const isNew = edit.version === NO_VERSION;
  if (!isNew && !(await visibleSource({ sources }, edit.sourceId, actor))) return 'unknown-record';
  if (!cataloguedBy(actor).includes(memberOfSource(edit.sourceId))) return 'not-yours';
  return (isNew ? createSource : editSource)({ ...edit, table, bucket, ids, rulesAt: sources.rulesAt });
};
