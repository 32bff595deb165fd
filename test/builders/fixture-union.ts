import { contract as checkSource } from '../../functions/catalogue/operations/check-source-record/contract.ts';
import { contract as getRecord } from '../../functions/catalogue/operations/get-record/contract.ts';
import { contract as listHistory } from '../../functions/catalogue/operations/list-history/contract.ts';
import { exampleDecision } from '../../functions/catalogue/schemas/decisions.ts';
import { exampleRecord } from '../../functions/catalogue/schemas/record-example.ts';
import { checkRecord } from '../../layers/protocols/marc/rules/check-record.ts';

const { output: example } = getRecord.example;

/** A union record of two members, joined by the matcher; another record has only the other member's. */
export const fixtureUnion = (recordId: string) => ({
  ...example,
  recordId,
  members: ['lakeshore', 'riverton'],
  sources: [
    ...(recordId === 'rec_elsewhere' ? [] : example.sources),
    {
      sourceId: 'lakeshore:77',
      memberId: 'lakeshore',
      localId: '77',
      because: ['same ISBN', 'same title', 'pages differ by 2'],
    },
  ],
});

/**
 * The findings on a record while it is edited, against the book; on one with a number of its own as a new record, with what is like one with
 * the title of the book.
 */
export const fixtureFindings = (body: Record<string, unknown>, sourceId = '') => {
  const { record } = checkSource.body?.parse(body) ?? { record: exampleRecord };
  const number = sourceId.slice(sourceId.indexOf(':') + 1);
  if (number.startsWith('c')) {
    const blank = { leader: '', control: [{ tag: '001', value: number }], data: [] };
    const isEmma = JSON.stringify(record.data).includes('Emma');
    const like = [{ recordId: 'rec_1', title: 'Emma', isSame: true, sourceId: 'riverton:b1000' }];
    return { version: 'none', findings: checkRecord(record, blank), like: isEmma ? like : [] };
  }
  return { version: '9f2c', findings: checkRecord(record, exampleRecord) };
};

const older = {
  ...exampleDecision,
  ...{ decisionId: 'dcs_01ka00000000000000000000000', did: 'split' as const, at: '2026-11-19T09:00:00.000Z' },
  reason: 'The abridged text, it was thought.',
  undone: { at: '2026-11-20T09:00:00.000Z', by: exampleDecision.by, reason: 'Both are whole.' },
};

const ofSource = { sourceId: 'riverton:b1000', memberId: 'riverton', by: exampleDecision.by };
const acts = [
  {
    ...{ kind: 'hide' as const, ...ofSource, at: '2026-11-26T10:00:00.000Z', reason: 'The shelf is open again.' },
    ...{ branchId: 'riverton.main', before: ['public' as const], after: [] },
  },
  {
    ...{ kind: 'relabel' as const, ...ofSource, at: '2026-11-26T09:00:00.000Z', reason: 'The label came off.' },
    ...{ itemId: 'itm_01kb00000000000000000000000', before: '31234000123400', after: '31234000123456' },
  },
  {
    ...{ kind: 'set-work-decision' as const, ...ofSource, at: '2026-11-26T08:00:00.000Z', reason: 'The same poem.' },
    ...{ before: { stands: 'alone' as const }, after: { stands: 'with' as const, recordId: 'rec_7' } },
  },
];

const batch = {
  ...{ kind: 'batch' as const, ...ofSource, at: '2026-11-25T14:00:00.000Z', reason: 'The wing is closed.' },
  ...{ batchId: 'bat_01kb00000000000000000000000', count: 23, more: true as const },
  copies: ['31234000123456', '31234000123464'].map((barcode, i) => ({
    ...{ itemId: `itm_01kb0000000000000000000000${i}`, barcode, before: [], after: ['public' as const] },
  })),
};

/**
 * Its history: copies shown again, one relabelled, many hidden in one change, an edit, a current merge, and an older split that
 * was undone.
 */
export const fixtureHistory = {
  entries: [
    ...acts,
    batch,
    ...listHistory.example.output.entries,
    { kind: 'decision' as const, at: older.at, decision: older },
  ],
  names: { ...listHistory.example.output.names, [exampleDecision.by]: 'Ines Keller' },
};
