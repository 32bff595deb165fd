import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import { readIso2709 } from '../../../../layers/protocols/marc/read-iso2709.ts';
import { readMarcJsonRecord } from '../../../../layers/protocols/marc/read-marc-json.ts';
import { readMarcXmlRecord } from '../../../../layers/protocols/marc/read-marcxml-record.ts';
import type { ReadResult } from '../../../../layers/protocols/marc/reasons.ts';
import type { UnimarcConverter } from '../../../../layers/protocols/marc/unimarc/converter.ts';

const readers: Readonly<Record<MarcForm, (bytes: Uint8Array, unimarc?: UnimarcConverter) => ReadResult>> = {
  iso2709: readIso2709,
  marcxml: readMarcXmlRecord,
  'marc-json': readMarcJsonRecord,
};

/**
 * Decodes the bytes of one record in a format; returns the record with its repairs, or why there is none. Converts UNIMARC with a converter
 * and refuses it without one. Never throws.
 */
export const readRecordAs = (form: MarcForm, bytes: Uint8Array, unimarc?: UnimarcConverter): ReadResult =>
  readers[form](bytes, unimarc);
