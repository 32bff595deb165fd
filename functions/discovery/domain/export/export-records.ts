import { writeIso2709 } from '../../../../layers/protocols/marc/write-iso2709.ts';
import { marcXmlCollection, writeMarcXml } from '../../../../layers/protocols/marc/write-marcxml.ts';
import { descriptionView } from '../../../catalogue/public/description-view.ts';
import type { LocalField } from '../../../catalogue/public/local-fields.ts';
import type { ShownSource } from '../../../catalogue/public/record-view.ts';
import { type ShowHeadings, withShownHeadings } from '../../../catalogue/public/shown-description.ts';
import { unionDescription } from '../../../catalogue/public/union-description.ts';
import { unionMarc } from '../../../catalogue/public/union-marc.ts';
import type { ItemDescription } from '../../../catalogue/public/views.ts';
import { bibtexOf } from './bibtex.ts';
import type { ExportForm } from './forms.ts';
import { risOf } from './ris.ts';
import { schemaOrgOf } from './schema-org.ts';

/** A record to export: its sources and items as one viewer may see them, and the address of its page. */
export type RecordToExport = {
  recordId: string;
  sources: readonly ShownSource[];
  items: readonly ItemDescription[];
  /** The fields of the viewer's own library. */
  local?: readonly LocalField[];
  url: string;
  /** How headings are shown; without, as in the records. Files of MARC contain them as in the records. */
  show?: ShowHeadings;
};

/** A record in a form, or the reason in plain text why that is not possible. */
export type ExportedRecord = { text: string } | { refused: string };

const marcIn = (record: RecordToExport, form: 'marc' | 'marcxml'): ExportedRecord => {
  const marc = unionMarc(
    ...([record.recordId, record.sources, record.items] as const),
    record.local?.map(({ field }) => field),
  );
  if (!marc) return { refused: 'There is nothing to describe it by.' };
  const written = form === 'marc' ? writeIso2709(marc) : writeMarcXml(marc);
  if ('refused' in written) return { refused: written.refused.map(({ detail }) => detail).join(' ') };
  return { text: 'xml' in written ? written.xml : new TextDecoder().decode(written.bytes) };
};

/** Exports one record in a form; not yet a file (`exportFile`). */
export const exportRecord = (record: RecordToExport, form: ExportForm): ExportedRecord => {
  if (form === 'marc' || form === 'marcxml') return marcIn(record, form);
  const described = unionDescription(record.sources);
  if (!described) return { refused: 'There is nothing to describe it by.' };
  const { recordId, url, show } = record;
  const description = show === undefined ? described : withShownHeadings(described, show);
  if (form === 'ris') return { text: risOf(description, recordId, url) };
  if (form === 'bibtex') return { text: bibtexOf(description, recordId, url) };
  return { text: JSON.stringify(schemaOrgOf(recordId, descriptionView(description), url)) };
};

/**
 * Returns a file of records in a form, in their order. Takes the output of `exportRecord` for each. JSON-LD of one record is an object, of
 * several a list.
 */
export const exportFile = (texts: readonly string[], form: ExportForm): string => {
  if (form === 'marcxml') return marcXmlCollection(texts);
  if (form === 'json-ld') return texts.length === 1 ? `${texts[0]}\n` : `[${texts.join(',\n')}]\n`;
  return texts.join(form === 'bibtex' ? '\n' : '');
};
