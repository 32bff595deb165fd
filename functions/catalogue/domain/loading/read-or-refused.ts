import type { ImportReject } from './import.ts';
import { recordReject } from './load-record.ts';

/**
 * Does what only reads a record, at `offset` of its file. Whatever it throws refuses this record and no other, so that one
 * that no reader foresaw stops no load. Nothing that writes or waits goes through here: its failures are the load's.
 */
export const readOrRefused = <T>(offset: number, read: () => T): T | { rejected: ImportReject } => {
  try {
    return read();
  } catch {
    return { rejected: recordReject('record-unreadable', offset) };
  }
};
