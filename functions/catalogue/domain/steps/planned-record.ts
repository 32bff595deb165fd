import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { checkRecord } from '../../../../layers/protocols/marc/rules/check-record.ts';
import type { Finding } from '../../../../layers/protocols/marc/rules/finding.ts';
import { type ChangedField, changedFields } from '../history/record-changes.ts';
import { applySteps } from './apply-steps.ts';
import type { Patterns } from './field-condition.ts';
import type { RecordStep } from './record-steps.ts';

/** Differences beyond this many characters are shown by their tags alone. */
const MOST_SHOWN = 16_000;

/** The planned result of a batch edit for a record: changed, unchanged, or refused because the record would not be valid. */
export type PlannedRecord =
  | { state: 'planned'; fields: ChangedField[]; after: MarcRecord }
  | { state: 'unchanged' }
  | { state: 'refused'; reason: 'record-unsound'; finding: Finding };

const shown = (fields: ChangedField[]): ChangedField[] =>
  JSON.stringify(fields).length <= MOST_SHOWN ? fields : fields.map(({ tag }) => ({ tag, before: [], after: [] }));

/** Returns what the steps of a batch edit do with a record. */
export const plannedRecord = (record: MarcRecord, steps: readonly RecordStep[], patterns: Patterns): PlannedRecord => {
  const after = applySteps(record, steps, patterns);
  const fields = changedFields(record, after);
  if (fields.length === 0) return { state: 'unchanged' };
  const finding = checkRecord(after, record).find(({ level }) => level === 'refusal');
  return finding
    ? { state: 'refused', reason: 'record-unsound', finding }
    : { state: 'planned', fields: shown(fields), after };
};
