import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of discovery in the shared table: their keys, with the access pattern of each key. */
export const keys = keysOf({
  patronLists: {
    pk: 'PATRON#{patronId}',
    sk: 'LISTS',
    personal: { patron: 'To store the patron’s own lists of titles' },
    retention: { period: 'until the patron deletes it', ends: ['code', 'erasure'] },
    question: 'Which lists does this patron have, and how many titles are in each? Erased with the patron',
  },
  savedTitle: {
    pk: 'PATRON#{patronId}',
    sk: 'LIST-TITLE#{listId}#{recordId}',
    personal: { patron: 'To store the patron’s own lists of titles' },
    retention: { period: 'until the patron deletes it', ends: ['code', 'erasure'] },
    question: 'Which titles are in this list of the patron, by their record at that time? Erased with the patron',
  },
  sharedList: {
    pk: 'PATRON#{patronId}',
    sk: 'SHARED-LIST#{listId}',
    gsi1: { pk: 'SHARED-LIST#{token}', sk: '{listId}' },
    personal: { patron: 'To show a list of the patron to those to whom the patron gives its link' },
    retention: { period: 'until the patron withdraws the link or deletes the list', ends: ['code', 'erasure'] },
    question:
      'By which link does the patron share this list? gsi1: whose list has this link (sparse). Erased with the patron',
  },
  savedSearches: {
    pk: 'PATRON#{patronId}',
    sk: 'SEARCHES',
    gsi2: { pk: 'SEARCH-ALERTS#{shard}', sk: '{due}#{patronId}' },
    personal: { patron: 'To store the searches that the patron saved, and to tell the patron of new titles' },
    retention: { period: 'until the patron removes them', ends: ['code', 'erasure'] },
    question:
      'Which searches did this patron save, with which alerts? gsi2: whose alerts are to be looked at on a day, in shards (sparse). Erased with the patron',
  },
  homeContent: {
    pk: 'HOME-CONTENT',
    sk: '{memberId}',
    personal: 'none',
    retention: { period: 'permanent: one row for each library; staff replace what is in it', ends: [] },
    question:
      'Which titles do the staff of a library recommend, and which events does it announce? One partition for all libraries',
  },
  coverProviders: {
    pk: 'COVER-PROVIDERS',
    sk: 'CHOSEN',
    personal: 'none',
    retention: { period: 'permanent: one row; an administrator replaces what is in it', ends: [] },
    question: 'Which providers are asked for covers, in which order?',
  },
  uploadedCover: {
    pk: 'COVER#{recordId}',
    sk: 'UPLOADED#{memberId}',
    gsi1: { pk: 'UPLOADED-COVERS', sk: '{recordId}#{memberId}' },
    personal: { staff: 'Who uploaded it' },
    retention: { period: 'until staff of the library remove it', ends: ['code'] },
    question: 'Which covers did libraries upload for this record? gsi1: is there any uploaded cover?',
  },
  siteChecks: {
    pk: 'SITE-CHECKS',
    sk: '{day}',
    personal: 'none',
    retention: { period: '100 days', ends: ['ttl'] },
    question: 'When was the site checked on this day, and did it answer? One partition for all days',
  },
  restoreRehearsal: {
    pk: 'RESTORE-REHEARSAL',
    sk: 'LAST',
    personal: 'none',
    retention: { period: 'until the next rehearsal, which replaces it', ends: ['code'] },
    question: 'When was a restore last rehearsed, how long did it take, and how many rows were compared?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
