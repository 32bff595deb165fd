import fc from 'fast-check';
import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { toSearchDocument } from './index/search-document.ts';
import { ownWordsOf } from './own-text.ts';
import { unionDocument } from './union/union-document.ts';
import { type Audience, audiences, maySee, ownTokens, type Viewer, viewerTokens } from './visibility/visibility.ts';

const members = ['ash', 'birch'];
const viewers: Viewer[] = [
  { kind: 'anonymous' },
  ...members.flatMap((member): Viewer[] => [
    { kind: 'patron', member },
    { kind: 'staff', members: [member] },
  ]),
  { kind: 'staff', members: [] },
];

const source = (memberId: string, n: number, hiddenFrom: Audience[]) => ({
  ...{ sourceId: `${memberId}:${n}`, memberId, localId: `${n}`, hiddenFrom, hiddenHoldings: {}, copies: [] },
  record: aRecord([
    datafield('245', '10', '$aEmma'),
    datafield('590', '  ', `$aNote${memberId}${n}`),
    datafield('655', ' 7', `$aMarked${memberId}${n}$5Us`),
    datafield('908', '  ', `$aWeeding${memberId}${n}`),
    datafield('952', '  ', `$pItem${memberId}${n}`),
  ]),
});
const anySources = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...members), fc.nat(2), fc.subarray([...audiences])), {
    maxLength: 4,
    selector: ([member, n]) => `${member} ${n}`,
  })
  .map((all) => all.map(([member, n, hiddenFrom]) => source(member, n, hiddenFrom)));
type Source = ReturnType<typeof source>;

/** Returns the words that a viewer may read of these sources' own fields, one each. */
const readBy = (sources: readonly Source[], viewer: Viewer): string[] =>
  sources.flatMap(({ memberId, localId, hiddenFrom }) => {
    const isOwn =
      viewer.kind === 'patron' ? viewer.member === memberId : viewerTokens(viewer).includes(`staff:${memberId}`);
    if (!isOwn || hiddenFrom.includes('union') || !maySee(viewer, memberId, hiddenFrom)) return [];
    const [note, marked, staffs] = ['note', 'marked', 'weeding'].map((kind) => `${kind}${memberId}${localId}`);
    return [note, marked, ...(viewer.kind === 'staff' ? [staffs] : [])].map(String);
  });

test('each viewer finds a record only by the local fields that they may read, and no one by item data', () =>
  fc.assert(
    fc.property(anySources, (sources) => {
      const document = unionDocument('rec_1', sources);
      if (!document) return;
      const ownWords = ownWordsOf(sources, () => ['952']);
      const { own_words: named = [] } = toSearchDocument({ ...document, ownWords });
      for (const viewer of viewers) {
        const tokens = ownTokens(viewerTokens(viewer));
        const found = (named as string[]).flatMap((name) => {
          const [token = '', word = ''] = name.split(' ');
          return tokens.includes(token) ? [word] : [];
        });
        expect(found.toSorted()).toEqual(readBy(sources, viewer).toSorted());
      }
    }),
    { numRuns: 100 },
  ));

test('a record without local fields has no such text, and very long text is truncated', () => {
  const plain = { memberId: 'ash', hiddenFrom: [], record: aRecord([datafield('245', '10', '$aEmma')]) };
  expect(ownWordsOf([plain], () => [])).toEqual([]);
  const long = aRecord(Array.from({ length: 9 }, (_, i) => datafield('590', '  ', `$a${`w${i} `.repeat(1_000)}`)));
  const [{ token, texts } = { token: '', texts: [] }] = ownWordsOf([{ ...plain, record: long }], () => []);
  expect([token, texts.join('').length]).toEqual(['member:ash', 5_000]);
});

test('a library with very long text does not reduce the limit of another library', () => {
  const fields = (tag: string) =>
    Array.from({ length: 300 }, (_, i) => datafield(tag, '  ', `$aitem ${i} ${'of the long serial '.repeat(5)}`));
  const ash = { memberId: 'ash', hiddenFrom: [], record: aRecord([...fields('590'), ...fields('999')]) };
  const birch = {
    memberId: 'birch',
    hiddenFrom: [],
    record: aRecord([datafield('590', '  ', '$aSigned by the author')]),
  };
  const words = ownWordsOf([ash, birch], () => []);
  expect(words.map(({ token }) => token)).toEqual(['member:ash', 'member:birch', 'staff:ash']);
  expect(words.find(({ token }) => token === 'member:birch')?.texts).toEqual(['Signed by the author']);
});
