import { describeRecord } from '../../../layers/protocols/marc/description.ts';
import { readStored } from '../domain/loading/load-record.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { descriptionView } from '../domain/views/description-view.ts';
import type { DescriptionView } from '../domain/views/views.ts';
import { maySee } from '../domain/visibility/visibility.ts';
import { unpackedMarc } from './packed-marc.ts';
import { readSource } from './source-record.ts';

/**
 * Returns a member's record as the public sees it, with the id of its union record. Takes its row. Undefined when it is hidden from the
 * public, withdrawn, or too large for the table.
 */
export const sourceDescription = (row: unknown): { recordId: string; description: DescriptionView } | undefined => {
  const { sourceId, recordId, hiddenFrom, withdrawn, form, marc } = readSource(row);
  const isPublic = maySee({ kind: 'anonymous' }, memberOfSource(sourceId), hiddenFrom);
  if (!marc || withdrawn || !isPublic) return undefined;
  return { recordId, description: descriptionView(describeRecord(readStored(form, unpackedMarc(marc)))) };
};
