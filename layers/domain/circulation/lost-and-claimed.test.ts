import { aLentItem, aLoan, anItem, monday } from '../../../test/builders/circulation.ts';
import { claimReturned, declareLost } from './lost-and-claimed.ts';
import { circulationRefusals, refusalsOf } from './refusals.ts';

const ids = { bill: 'bil_1', entry: 'ent_1' };
const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];

test('C74 a lost item is charged for its owner, by the terms kept with the loan', () => {
  const charge = { amount: 3000, currency: 'EUR', member: 'ash', at: monday };
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  expect(declareLost({ item: aLentItem(), at: monday, ids })).toMatchObject({
    changes: {
      item: { after: aLentItem({ lost }, { state: 'lost', v: 8 }), expect: 7 },
      patrons: [{ patronId: 'pat_1', add: { owed: 3000 }, limits: [] }],
      bills: [{ billId: 'bil_1', patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', kind: 'lost', ...charge }],
    },
    postings: [{ entryId: 'ent_1', kind: 'lost-item-charged', causeId: 'bil_1', memo: 'declared-lost', ...charge }],
    facts: [{ name: 'item-lost' }, { name: 'lost-charged' }],
  });
  const free = declareLost({ item: aLentItem({ terms: { ...aLoan().terms, lost: 0 } }), at: monday, ids });
  expect(free).toMatchObject({ changes: { patrons: [], bills: [] }, postings: [], facts: [{ name: 'item-lost' }] });
});

test('C72 a claim of return is kept with the loan; what is claimed is never declared lost, nor the other way', () => {
  expect(claimReturned({ item: aLentItem(), at: monday })).toMatchObject({
    changes: {
      item: { after: aLentItem({ claimedAt: monday }, { state: 'claimed-returned', v: 8 }), expect: 7 },
      patrons: [{ patronId: 'pat_1', add: { claims: 1 }, limits: [] }],
    },
    postings: [],
  });
  expect(codes(declareLost({ item: aLentItem({}, { state: 'claimed-returned' }), at: monday, ids }))).toEqual([
    'loan-claimed',
  ]);
  expect(codes(claimReturned({ item: aLentItem({}, { state: 'lost' }), at: monday }))).toEqual(['loan-lost']);
  expect(codes(claimReturned({ item: anItem(), at: monday }))).toEqual(['not-on-loan']);
});

test('every refusal is one that some decision gives', () => {
  expect(new Set(Object.values(refusalsOf).flat())).toEqual(new Set(Object.keys(circulationRefusals)));
});

test('who may declare: the owner’s desk, the lender’s and that of the patron’s home; another is refused', () => {
  for (const branchId of ['ash.main', 'birch.east', 'birch.west', 'cedar.north']) {
    expect(codes(declareLost({ item: aLentItem(), at: monday, branchId, ids }))).toEqual([]);
    expect(codes(claimReturned({ item: aLentItem(), at: monday, branchId }))).toEqual([]);
  }
  const elsewhere = { item: aLentItem(), at: monday, branchId: 'elm.main' };
  expect(codes(declareLost({ ...elsewhere, ids }))).toEqual(['not-your-loan']);
  expect(codes(claimReturned(elsewhere))).toEqual(['not-your-loan']);
});
