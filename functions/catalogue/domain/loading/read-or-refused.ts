import type { ImportReject } from './import.ts';
import { recordReject } from './load-record.ts';

/**
 * Runs a function that only reads the record at `offset` of its file. Whatever it throws rejects this record only, so that an unforeseen
 * record stops no load. Code that writes or waits must not run here: its failures are failures of the load.
 */
export const readOrRefused = <T>(offset: number, read: () => T): T | { rejected: ImportReject } => {
  try {
    return read();
  } catch {
    return { rejected: recordReject('record-unreadable', offset) };
  }
};
