import type { DataField } from '../../../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { lineOf } from '../history/record-changes.ts';
import { type Leads, leadsOf, unionRecordSchema } from './leading.ts';
import { unionDescription } from './union-description.ts';
import { unionDocument } from './union-document.ts';
import { unionMarc } from './union-marc.ts';

const full = '00000nam a2200000 a 4500';
const brief = '00000nam a22000003a 4500';
const source = (id: string, leader: string, data: DataField[]) => ({
  ...{ sourceId: `${id}:1`, memberId: id, localId: '1', hiddenFrom: [] },
  record: aRecord([datafield('245', '10', '$aEmma.'), ...data], { '001': '1' }, leader),
});
const union = (sources: (ReturnType<typeof source> & { leads?: Leads })[], ...tags: string[]) => {
  const marc = unionMarc('rec_1', sources, []);
  // The same record in any order of the sources.
  expect(unionMarc('rec_1', [...sources].reverse(), [])).toEqual(marc);
  return (marc?.data ?? []).filter(({ tag }) => tags.includes(tag)).map((field) => `${field.tag} ${lineOf(field)}`);
};
const one = (leader: string, ...data: [tag: string, indicators: string, text: string][]) =>
  source(
    leader === full ? 'ash' : 'oak',
    leader,
    data.map((field) => datafield(...field)),
  );

test('the record of the fullest level describes, whichever has more fields; notes come from that record', () => {
  const sources = [
    one(full, ['500', '  ', '$aA']),
    one(brief, ['500', '  ', '$aB'], ['500', '  ', '$aC'], ['500', '  ', '$aD']),
  ];
  expect(union(sources, '500')).toEqual(['500 ## $aA']);
});

test('filled: what the describing source lacks comes from the next that has it', () => {
  const sources = [
    one(full, ['300', '  ', '$a474 p.']),
    one(brief, ['300', '  ', '$a1 v.'], ['250', '  ', '$a2nd ed.']),
  ];
  expect(union(sources, '250', '300')).toEqual(['250 ## $a2nd ed.', '300 ## $a474 p.']);
});

test('most complete: the longest table of contents and summary, from any source, in record and description alike', () => {
  const sources = [
    one(full, ['505', '0 ', '$aI. II.'], ['520', '  ', '$aA long summary of it.']),
    one(brief, ['505', '0 ', '$aHighbury -- Box Hill -- Donwell'], ['520', '  ', '$aShort.']),
  ];
  expect(union(sources, '505', '520')).toEqual([
    '520 ## $aA long summary of it.',
    '505 0# $aHighbury -- Box Hill -- Donwell',
  ]);
  expect(unionDescription(sources)).toMatchObject({
    contents: ['Highbury -- Box Hill -- Donwell'],
    summaries: ['A long summary of it'],
  });
});

test('includes all numbers, subjects and links, and each of them once', () => {
  const sources = [
    one(full, ['020', '  ', '$a9780141439587'], ['650', ' 0', '$aWomen.'], ['856', '40', '$uhttps://a.example']),
    one(
      brief,
      ['020', '  ', '$a0141439580'],
      ['650', ' 0', '$awomen'],
      ['650', ' 7', '$aMujeres'],
      ['856', '40', '$uhttps://b.example'],
    ),
  ];
  expect(union(sources, '020', '650', '856')).toEqual([
    ...['020 ## $a9780141439587', '650 #0 $aWomen.', '650 #7 $aMujeres'],
    ...['856 40 $uhttps://a.example', '856 40 $uhttps://b.example'],
  ]);
});

test('a field in another script follows its field, linked anew; without its field it is added unlinked', () => {
  const sources = [
    one(full, ['250', '  ', '$6880-01$a1st'], ['880', '  ', '$6250-01/(N$aПервое']),
    one(
      brief,
      ['650', ' 0', '$6880-01$aRivers'],
      ['880', ' 0', '$6650-01/(N$aРеки'],
      ['880', '10', '$6245-02/(N$aЭмма'],
    ),
  ];
  expect(union(sources, '250', '650', '880')).toEqual([
    ...['250 ## $6880-01$a1st', '650 #0 $6880-02$aRivers', '880 ## $6250-01/(N$aПервое'],
    ...['880 #0 $6650-02/(N$aРеки', '880 10 $6245-00/(N$aЭмма'],
  ]);
});

test('a contents note that is replaced takes its field in another script with it', () => {
  const sources = [
    one(full, ['505', '0 ', '$6880-01$aI.'], ['880', '0 ', '$6505-01/(N$aА.']),
    one(brief, ['505', '0 ', '$aFirst part -- Second part']),
  ];
  expect(union(sources, '505', '880')).toEqual(['505 0# $aFirst part -- Second part']);
});

describe('where the consortium sets the leading members', () => {
  const [rich, poor] = [
    one(full, ['100', '1 ', '$aAusten, J.'], ['505', '0 ', '$aHighbury -- Box Hill -- Donwell'], ['500', '  ', '$aA']),
    one(brief, ['100', '1 ', '$aAusten, Jane.'], ['505', '0 ', '$aI. II.'], ['500', '  ', '$aB']),
  ];

  test('the first of them that has the field supplies it, although another is fuller; notes are the describing source’s', () => {
    const led = [rich, { ...poor, leads: { contents: 0, 'main-entry': 0 } }];
    expect(union(led, '100', '500', '505')).toEqual(['100 1# $aAusten, Jane.', '500 ## $aA', '505 0# $aI. II.']);
    expect(unionDescription(led)).toMatchObject({ mainName: { name: 'Austen, Jane' }, contents: ['I. II'] });
  });

  test('a leading member without the field leaves it to the next, and without any to the rules', () => {
    const led = [rich, { ...poor, leads: { summary: 0, edition: 0 } }];
    expect([union(led, '100', '505'), unionDescription(led)]).toEqual([
      union([rich, poor], '100', '505'),
      unionDescription([rich, poor]),
    ]);
    const both = [
      { ...rich, leads: { contents: 1 } },
      { ...poor, leads: { contents: 0 } },
    ];
    expect(union(both, '505')).toEqual(['505 0# $aI. II.']);
  });

  test('a member that leads in descriptions describes, even with a brief record', () => {
    expect(union([rich, { ...poor, leads: { description: 0 } }], '500')).toEqual(['500 ## $aB']);
  });

  test('a replaced field takes its field in another script with it, and is not repeated in that of the leading record', () => {
    const scripts = [
      one(full, ['250', '  ', '$aFirst']),
      { ...one(brief, ['250', '  ', '$6880-01$a1st'], ['880', '  ', '$6250-01/(N$aПервое']), leads: { edition: 0 } },
    ];
    expect(union(scripts, '250', '880')).toEqual(['250 ## $6880-01$a1st', '880 ## $6250-01/(N$aПервое']);
  });

  test('a replaced field in another script is included where the leading member has none, and its names are searchable', () => {
    const sources = [
      one(
        full,
        ['100', '1 ', '$6880-01$aTolstoi, Lev'],
        ['490', '0 ', '$6880-02$aBiblioteka'],
        ['880', '1 ', '$6100-01/(N$aТолстой, Лев'],
        ['880', '0 ', '$6490-02/(N$aБиблиотека'],
      ),
      {
        ...one(brief, ['100', '1 ', '$aTolstoy, Leo'], ['440', ' 0', '$aLibrary']),
        leads: { 'main-entry': 0, series: 0 },
      },
    ];
    expect(union(sources, '100', '440', '490', '880')).toEqual([
      ...['100 1# $aTolstoy, Leo', '440 #0 $aLibrary'],
      ...['880 1# $6100-00/(N$aТолстой, Лев', '880 0# $6490-00/(N$aБиблиотека'],
    ]);
    expect(unionDescription(sources)).toMatchObject({
      mainName: { name: 'Tolstoy, Leo', originalScript: 'Толстой, Лев' },
      // A citation names the author once.
      addedNames: [],
    });
    const copies = { hiddenHoldings: {}, copies: [] };
    const document = unionDocument(
      'rec_1',
      sources.map((source) => ({ ...source, ...copies })),
    );
    expect(document).toMatchObject({ author: 'Tolstoy, Leo', authorsAdded: ['Толстой, Лев', 'Tolstoi, Lev'] });
  });

  test('without a leading member other forms of a name are no headings; its other scripts are searchable', () => {
    const other = one(brief, ['100', '1 ', '$6880-01$aAusten, Jane'], ['880', '1 ', '$6100-01/(N$aОстен']);
    expect(unionDescription([rich, other])).toMatchObject({ mainNameForms: ['Остен'] });
  });

  test('a policy names each kind of field once; a member leads in the kinds that list it, by its position there', () => {
    const policy = {
      leads: [
        { fields: 'contents' as const, members: ['oak', 'ash'] },
        { fields: 'series' as const, members: ['elm'] },
      ],
    };
    expect([leadsOf(policy, 'ash'), leadsOf(policy, 'fir')]).toEqual([{ contents: 1 }, undefined]);
    expect(unionRecordSchema.safeParse(policy).success).toBe(true);
    expect(unionRecordSchema.safeParse({ leads: [...policy.leads, ...policy.leads] }).success).toBe(false);
  });
});
