import type { TextOf } from '../encoding.ts';
import type { ReadResult, ReadWarning } from '../reasons.ts';
import type { MarcRecord } from '../record.ts';

/**
 * Converts UNIMARC while it is read. A parameter of the readers, so that only what loads foreign files contains the tables of the
 * conversion: what the catalogue stores is MARC 21.
 */
export type UnimarcConverter = {
  /** Returns the record in MARC 21, with one warning for all that has no counterpart there. Takes the leader before repair. */
  convert: (leaderAsRead: string, record: MarcRecord, warnings: readonly ReadWarning[]) => ReadResult;
  /** Returns how to decode the bytes of an older record, in ISO 5426; undefined for bytes that are in another encoding. */
  olderDecoder: (bytes: Uint8Array) => { textOf: TextOf; unmapped: () => number } | undefined;
};
