import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of digital lending in the single table, each with its keys and the question that they answer. */
export const keys = keysOf({
  digitalCollection: {
    pk: 'DIGITAL',
    sk: 'COLLECTION#{collectionId}',
    personal: 'none',
    retention: { period: 'permanent: a paused or ended collection stays', ends: [] },
    question: 'Which collections of e-book vendors are there, whose patrons may borrow, and how far is the harvest?',
  },
  digitalFeed: {
    pk: 'DIGITAL',
    sk: 'FEED#{feedKey}',
    personal: 'none',
    retention: { period: 'until the collection ends or changes its feed', ends: ['code'] },
    question: 'Which collection has this feed? One at most, so that no licence counts twice',
  },
  digitalTitle: {
    pk: 'DIGITAL#{collectionId}',
    sk: 'TITLE#{titleKey}',
    personal: 'none',
    retention: { period: 'until the vendor’s feed no longer has the title', ends: ['code'] },
    question: 'Which titles does this collection have, with how many licences, and where are they borrowed?',
  },
  digitalPage: {
    pk: 'DIGITAL#{collectionId}',
    sk: 'PAGE#{pageKey}',
    personal: 'none',
    retention: { period: 'until a harvest no longer finds the page', ends: ['code'] },
    question: 'Which titles does this page of the feed have, in which version, and which harvest saw it last?',
  },
  digitalAccount: {
    pk: 'PATRON#{patronId}',
    sk: 'DIGITAL#{collectionId}',
    personal: { patron: 'To act for the patron at the vendor, after the patron agreed: a token of the vendor' },
    retention: {
      period: 'until the token of the vendor expires, or the patron signs out there',
      ends: ['ttl', 'code', 'erasure'],
    },
    question: 'Has this patron agreed to be known to this vendor, and by which token?',
  },
  digitalUse: {
    pk: 'MEMBER#{memberId}',
    sk: 'DIGITAL-USE#{month}#{collectionId}',
    personal: 'none',
    retention: { period: 'permanent: counts of loans by month, without patrons', ends: [] },
    question: 'How many digital loans, holds and returns did this member’s patrons have in this month?',
  },
});

export const { key, sortPrefix } = keys;
