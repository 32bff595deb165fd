import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import { readIso2709 } from '../../../../layers/protocols/marc/read-iso2709.ts';
import { readMarcJsonRecord } from '../../../../layers/protocols/marc/read-marc-json.ts';
import { readMarcXmlRecord } from '../../../../layers/protocols/marc/read-marcxml-record.ts';
import type { ReadResult } from '../../../../layers/protocols/marc/reasons.ts';
import { unimarcConverter } from '../../../../layers/protocols/marc/unimarc/unimarc-converter.ts';

const readers: Readonly<Record<MarcForm, (bytes: Uint8Array) => ReadResult>> = {
  iso2709: (bytes) => readIso2709(bytes, unimarcConverter),
  marcxml: (bytes) => readMarcXmlRecord(bytes, unimarcConverter),
  'marc-json': (bytes) => readMarcJsonRecord(bytes, unimarcConverter),
};

/**
 * Decodes the bytes of one record from another system, as `readRecordAs` does, and converts UNIMARC to MARC 21. Never throws.
 */
export const readForeignRecord = (form: MarcForm, bytes: Uint8Array): ReadResult => readers[form](bytes);
