import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import type { ReadResult } from '../../../../layers/protocols/marc/reasons.ts';
import { unimarcConverter } from '../../../../layers/protocols/marc/unimarc/unimarc-converter.ts';
import { readRecordAs } from './read-record.ts';

/** Decodes the bytes of one record from another system, as `readRecordAs` does, and converts UNIMARC to MARC 21. Never throws. */
export const readForeignRecord = (form: MarcForm, bytes: Uint8Array): ReadResult =>
  readRecordAs(form, bytes, unimarcConverter);
