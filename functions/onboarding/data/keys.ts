import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of onboarding in the one table: their keys and access patterns. */
export const keys = keysOf({
  load: {
    pk: 'LOAD#{loadId}',
    sk: 'LOAD',
    gsi2: { pk: 'LOADS-OF#{memberId}', sk: '{loadId}' },
    personal: 'none',
    retention: { period: 'permanent: how files of the old system were read', ends: [] },
    question: 'How are the files of this load from an old system read? gsi2: the loads of a member',
  },
  loadFile: {
    pk: 'LOAD#{loadId}',
    sk: 'FILE#{fileId}',
    personal: 'none',
    retention: { period: 'permanent, with its load; the file itself 7 days', ends: [] },
    question: 'What are the control totals of this file?',
  },
  loadRun: {
    pk: 'LOAD#{loadId}',
    sk: 'RUN#{runId}',
    personal: { staff: 'Who loaded the files' },
    retention: { period: 'permanent, with its load', ends: [] },
    question: 'What is the state and result of this dry run or apply?',
  },
  loadPart: {
    pk: 'LOAD-RUN#{runId}',
    sk: 'PART#{part}',
    personal: 'none',
    retention: { period: 'permanent, with its run', ends: [] },
    question: 'What is the result of this part of a run?',
  },
  loadedRow: {
    pk: 'LOADED#{digest}',
    sk: 'LOADED',
    personal: { patron: 'To load a row of the old system once' },
    retention: { period: 'permanent, unless its patron is erased', ends: ['erasure'] },
    question: 'Was this row of an old system (by a digest of member, kind and old number) loaded, and as what?',
  },
  patronFeed: {
    pk: 'PATRON#{patronId}',
    sk: 'FEED',
    personal: { patron: 'To see what a feed changed of a patron (digests only)' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Which values did the last feed have for this patron (digests only)? Erased with the patron',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
