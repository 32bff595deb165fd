import * as fc from 'fast-check';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { toSearchDocument } from '../index/search-document.ts';
import { type Audience, audiences, maySee, type Viewer, viewerTokens } from '../visibility/visibility.ts';
import { type CopyInUnion, type SourceInUnion, unionDocument } from './union-document.ts';

const members = ['ash', 'birch', 'cedar'];
const viewers: Viewer[] = [
  { kind: 'anonymous' },
  ...members.flatMap((member): Viewer[] => [
    { kind: 'patron', member },
    { kind: 'staff', members: [member] },
  ]),
];

const copy = (name: string, hiddenFrom: readonly Audience[] = []): CopyInUnion => ({
  ...{ itemId: `itm_${name}`, barcode: `barcode-${name}`, callNumber: `call ${name}`, branchId: 'main' },
  ...{ isAvailable: true, hiddenFrom },
});

/** Returns a source with its name in every field. */
const source = (
  name: string,
  memberId: string,
  hiddenFrom: readonly Audience[] = [],
  more: Partial<Pick<SourceInUnion, 'copies' | 'hiddenHoldings'>> = {},
): SourceInUnion => ({
  ...{ sourceId: `${memberId}:${name}`, memberId, localId: `local-${name}`, hiddenFrom, hiddenHoldings: {} },
  record: aRecord([
    datafield('020', '  ', `$a${name}`),
    datafield('100', '1 ', `$aAuthor ${name}`),
    datafield('245', '10', `$aTitle ${name}.`),
    datafield('490', '0 ', `$aSeries ${name}`),
    datafield('505', '0 ', `$aContents ${name}`),
    datafield('520', '  ', `$aSummary ${name}`),
    datafield('650', ' 0', `$aSubject ${name}`),
    datafield('700', '1 ', `$aEditor ${name}`),
  ]),
  ...{ copies: [copy(`${name}-copy`)], ...more },
});

const hidden = fc.subarray([...audiences]);
const anySources = fc
  .array(
    fc.record({
      member: fc.constantFrom(...members),
      of: hidden,
      holding: hidden,
      copies: fc.array(hidden, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ member, of, holding, copies }, i) =>
      source(`source${i}`, member, of, {
        hiddenHoldings: { main: holding },
        copies: copies.map((from, j) => copy(`source${i}-copy${j}`, from)),
      }),
    ),
  );

const hiddenAudiences = ({ hiddenFrom, hiddenHoldings }: SourceInUnion, { branchId, hiddenFrom: own }: CopyInUnion) => [
  ...hiddenFrom,
  ...(hiddenHoldings[branchId] ?? []),
  ...own,
];

/** Returns all words of these sources that a viewer may not see: of records hidden from it, and of copies. */
const secretsOf = (sources: readonly SourceInUnion[], viewer: Viewer): string[] =>
  sources.flatMap((one) => {
    const name = one.sourceId.split(':')[1] ?? '';
    if (!maySee(viewer, one.memberId, one.hiddenFrom)) return [name];
    return one.copies.flatMap((held) =>
      maySee(viewer, one.memberId, hiddenAudiences(one, held)) ? [] : [held.barcode, held.callNumber],
    );
  });

test('a user who finds a document may see all its contents', () =>
  fc.assert(
    fc.property(anySources, (sources) => {
      const document = unionDocument('rec_1', sources);
      if (document === undefined) return;
      // Its lists of copies and restricted holdings state who may know: code that reads them for a viewer filters the others.
      const { items: _, restricted: _restricted, ...rest } = document;
      const text = JSON.stringify(rest);
      const readers = viewers.filter((viewer) => viewerTokens(viewer).some((one) => document.visibleTo.includes(one)));
      for (const viewer of readers)
        for (const secret of secretsOf(sources, viewer)) expect(text).not.toMatch(new RegExp(`${secret}\\b`));
      expect(unionDocument('rec_1', [...sources].reverse())).toEqual(document);
    }),
    { numRuns: 150 },
  ));

test('what one member shows its people and another its staff only is never one document', () => {
  const document = unionDocument('rec_1', [
    source('alpha', 'ash', ['public', 'other-members']),
    source('beta', 'birch', ['other-members']),
  ]);
  expect(document).toMatchObject({ title: 'Title beta', visibleTo: ['member:birch'], heldBy: ['birch'] });
  expect(JSON.stringify({ ...document, items: [] })).not.toContain('alpha');
});

test('of two members that hide it alike from the others, the first by name has the document', () => {
  const sources = [source('beta', 'birch', ['other-members']), source('alpha', 'ash', ['other-members'])];
  expect(unionDocument('rec_1', sources)).toMatchObject({ title: 'Title alpha', visibleTo: ['member:ash'] });
});

test('data that a member hides from some readers is stored separately, by the group that may see it', () => {
  const lent = { ...copy('lent', ['public']), isAvailable: false };
  const document = unionDocument('rec_1', [
    source('gamma', 'cedar', [], { copies: [copy('shown')] }),
    source('beta', 'birch', ['other-members']),
    source('alpha', 'ash', [], { copies: [lent, copy('away', ['union'])] }),
  ]);
  expect(document).toMatchObject({
    ...{ visibleTo: ['public'], heldBy: ['cedar'], availableAt: ['cedar'] },
    restricted: { heldBy: ['member:birch birch', 'staff ash'], availableAt: ['member:birch birch'] },
  });
  expect(unionDocument('rec_1', [source('gamma', 'cedar')])).not.toHaveProperty('restricted');
});

test('decisions of staff on a work count for users who see that record, and give a single record its own key', () => {
  const ruled = { workDecision: { decidedBy: 'chg_1' } };
  const [open, own] = [source('one', 'ash'), { ...source('two', 'birch', ['other-members']), ...ruled }];
  expect(unionDocument('rec_1', [open, own])).not.toHaveProperty('decidedWork');
  expect(unionDocument('rec_1', [{ ...open, ...ruled }, own])).toMatchObject({ decidedWork: 'alone-rec_1' });
  expect(unionDocument('rec_2', [own])).toMatchObject({ decidedWork: 'alone-rec_2' });
});

/** Returns a source with a unique word in each field. */
const saying = (name: string, memberId: string, hiddenFrom: readonly Audience[] = []): SourceInUnion => ({
  ...source(name, memberId, hiddenFrom),
  record: aRecord([
    datafield('245', '10', `$aTitle${name}.`),
    datafield('505', '0 ', `$aContents${name}`),
    datafield('505', '0 ', '$aThe same in all'),
    datafield('520', '  ', `$aSummary${name}`),
    datafield('650', ' 0', `$aSubject${name}`),
    datafield('700', '1 ', `$aEditor${name}`),
  ]),
});

test('a record is found by the words of every source that its readers may see, and shows those of one source', () => {
  const document = unionDocument('rec_1', [
    saying('alpha', 'ash'),
    saying('beta', 'birch'),
    saying('gamma', 'cedar', ['public']),
  ]);
  if (!document) throw new Error('no document');
  expect(document.contents).toEqual(['Contentsalpha', 'The same in all']);
  expect(document.additionalText).toEqual(['Contentsbeta', 'Summarybeta', 'Editorbeta']);
  const found = JSON.stringify(toSearchDocument(document));
  for (const name of ['alpha', 'beta'])
    for (const field of ['title', 'contents', 'summary', 'subject', 'editor'])
      expect(found).toContain(`${field}${name}`);
  expect(found).not.toMatch(/(title|contents|summary|subject|editor)gamma/i);
  expect(unionDocument('rec_1', [saying('alpha', 'ash')])).not.toHaveProperty('additionalText');
});

test('a record is for children when a source says so and none says that it is for adults', () => {
  const coded = (name: string, code: string): SourceInUnion => {
    const one = source(name, 'ash');
    const control = [{ tag: '008', value: `980131s1998    enk    ${code}      000 1 eng d` }];
    return { ...one, record: { ...one.record, control } };
  };
  const isFor = (...codes: string[]) =>
    unionDocument(
      'rec_1',
      codes.map((code, i) => coded(`s${i}`, code)),
    )?.forChildren;
  expect([isFor('j', ' '), isFor(' ', ' '), isFor('j', 'e')]).toEqual([true, undefined, undefined]);
});
