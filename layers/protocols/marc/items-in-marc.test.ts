import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { type ItemDialect, type ItemMapping, itemDialects } from './item-mapping.ts';
import { itemsInMarc } from './items-in-marc.ts';

const item = (values: Record<string, string>) => ({
  branch: '',
  location: '',
  callNumber: '',
  category: 'general',
  copyNumber: '',
  volume: '',
  ...values,
});

describe('finding items in a record', () => {
  it.each<[ItemDialect, ReturnType<typeof datafield>[], Record<string, string>]>([
    [
      'symphony-999',
      [datafield('999', '  ', '$aPZ7 .A1$wLC$c2$i31234$lSTACKS$mMAIN$tBOOK')],
      {
        barcode: '31234',
        branch: 'MAIN',
        location: 'STACKS',
        callNumber: 'PZ7 .A1',
        category: 'BOOK',
        copyNumber: '2',
      },
    ],
    [
      'innovative-945',
      [datafield('945', '  ', '$aM23$b.B4 1990$cv.2$g1$i31234$lmusic$t45')],
      { barcode: '31234', branch: 'music', callNumber: 'M23 .B4 1990', category: '45', copyNumber: '1', volume: 'v.2' },
    ],
    [
      'innovative-949',
      [datafield('949', ' 1', '$aM23$g1$i31234$lmusic$t45'), datafield('949', '  ', '$hONLINE')],
      { barcode: '31234', branch: 'music', callNumber: 'M23', category: '45', copyNumber: '1' },
    ],
    [
      'sierra-999',
      [datafield('999', '91', '$ii1$lmain$t0$c1$b31234$q|aPQ6217|b.T44'), datafield('999', '92', '$ac1$bmain')],
      { barcode: '31234', branch: 'main', callNumber: 'PQ6217 .T44', category: '0', copyNumber: '1' },
    ],
    [
      'aleph-940',
      [datafield('940', '  ', '$bLAW$cSTK$hKF1$nno.1(1965) c.3$rBOOK$pD31234 ')],
      {
        barcode: 'D31234',
        branch: 'LAW',
        location: 'STK',
        callNumber: 'KF1',
        category: 'BOOK',
        copyNumber: '3',
        volume: 'no.1(1965)',
      },
    ],
    [
      'alma-876',
      [
        datafield('852', '0 ', '$bother$hZ$8h2'),
        datafield('852', '0 ', '$bmain$cstk$hF260$i.S4$kFolio$8h1'),
        datafield('876', '  ', '$0h1$p31234$t1$3v. 1'),
      ],
      {
        barcode: '31234',
        branch: 'main',
        location: 'stk',
        callNumber: 'Folio F260 .S4',
        copyNumber: '1',
        volume: 'v. 1',
      },
    ],
    [
      'recap-876',
      [datafield('852', '0 ', '$brc$hPL5'), datafield('876', '  ', '$p31234$t1')],
      { barcode: '31234', branch: 'rc', callNumber: 'PL5', copyNumber: '1' },
    ],
    [
      'alma-itm',
      [datafield('ITM', '  ', '$931234$dMAIN$gstacks$iPR1$tBOOK')],
      { barcode: '31234', branch: 'MAIN', location: 'stacks', callNumber: 'PR1', category: 'BOOK' },
    ],
    [
      'evergreen-852',
      [datafield('852', '4 ', '$bBR1$bBR1$cStacks$jFIC$p31234$gbook')],
      { barcode: '31234', branch: 'BR1', location: 'Stacks', callNumber: 'FIC', category: 'book' },
    ],
    [
      'koha-952',
      [datafield('952', '  ', '$aCPL$bCPL$cGEN$oFIC A$p31234$t1$yBK')],
      { barcode: '31234', branch: 'CPL', location: 'GEN', callNumber: 'FIC A', category: 'BK', copyNumber: '1' },
    ],
    [
      'marc-852',
      [datafield('852', '0 ', '$bMUS$cREF$hML100$i.A1')],
      { branch: 'MUS', location: 'REF', callNumber: 'ML100 .A1' },
    ],
  ])('reads %s', (dialect, data, expected) => {
    expect(itemsInMarc(aRecord(data), itemDialects[dialect])).toEqual({ items: [item(expected)], skipped: [] });
  });

  const mapping: ItemMapping = {
    ...itemDialects['symphony-999'],
    branchMap: { MAIN: 'b1', 'LAW*': 'b2', 'LAWX*': 'b3' },
    categoryMap: { BOOK: 'book' },
    defaultCategory: 'other',
  };

  it('maps branches and categories, the longest prefix first', () => {
    const record = aRecord(
      ['MAIN', 'LAW1', 'LAWX1'].map((branch, i) =>
        datafield('999', '  ', `$i${i}$m${branch}$t${i === 0 ? 'BOOK' : 'MAP'}`),
      ),
    );
    expect(itemsInMarc(record, mapping).items).toEqual([
      item({ barcode: '0', branch: 'b1', category: 'book' }),
      item({ barcode: '1', branch: 'b2', category: 'other' }),
      item({ barcode: '2', branch: 'b3', category: 'other' }),
    ]);
  });

  it('reports why a field contained no item', () => {
    const record = aRecord([
      datafield('245', '00', '$aTitle'),
      datafield('999', '  ', '$a2001-01-01'),
      datafield('999', '  ', '$i9$mONLINE'),
      datafield('999', '  ', '$i9$mNOWHERE'),
      datafield('999', '  ', '$i9'),
      datafield('999', '  ', '$iItem Barcode$mMAIN'),
      datafield('999', '  ', '$i9$mMAIN'),
      datafield('999', '  ', '$i9$mMAIN'),
    ]);
    expect(itemsInMarc(record, mapping)).toEqual({
      items: [item({ barcode: '9', branch: 'b1', category: 'other' })],
      skipped: [
        { field: 1, reason: 'no-item-data', value: '', barcode: '' },
        { field: 2, reason: 'not-a-copy', value: '9', barcode: '9' },
        { field: 3, reason: 'branch-unknown', value: 'NOWHERE', barcode: '9' },
        { field: 4, reason: 'branch-missing', value: '', barcode: '9' },
        { field: 5, reason: 'barcode-malformed', value: 'Item Barcode', barcode: 'Item Barcode' },
        { field: 7, reason: 'barcode-twice-in-record', value: '9', barcode: '9' },
      ],
    });
  });

  it('assigns an item without a branch to the default branch', () => {
    const record = aRecord([datafield('999', '  ', '$i9')]);
    expect(itemsInMarc(record, { ...mapping, defaultBranch: 'b9' }).items).toEqual([
      item({ barcode: '9', branch: 'b9', category: 'other' }),
    ]);
  });
});
