import fc from 'fast-check';
import type { BankStatement } from './bank-statement.ts';
import { readBankFile } from './read-bank-file.ts';

const camt = (
  entries: string,
  more = '',
  account = '<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>',
) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>2026-117</Id><CreDtTm>2026-11-24T20:00:00+01:00</CreDtTm>${account}${more}${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (amount: string, details: string, more = '<AcctSvcrRef>BR-1</AcctSvcrRef>', sign = 'CRDT') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>
<ValDt><Dt>2026-11-23</Dt></ValDt>${more}${details}</Ntry>`;
const payment = (inner: string) => `<NtryDtls><TxDtls>${inner}</TxDtls></NtryDtls>`;
const balance = (code: string, amount: string, sign = 'CRDT') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd></Bal>`;

const read = (text: string): BankStatement[] => {
  const result = readBankFile(text);
  if ('refused' in result) throw new Error(result.refused);
  return result.statements;
};
const refused = (text: string): string => {
  const result = readBankFile(text);
  return 'refused' in result ? result.refused : 'accepted';
};

describe('A statement of CAMT.053', () => {
  it('is read with reference, amount, value date, payer, text and the structured reference of the invoice', () => {
    const details = payment(`<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
      <RltdPties><Dbtr><Pty><Nm>Riverton Public Library</Nm></Pty></Dbtr></RltdPties>
      <RmtInf><Ustrd>Invoice 2026-000042</Ustrd><Ustrd> of October &amp; more</Ustrd>
      <Strd><CdtrRefInf><Ref>2026-000042</Ref></CdtrRefInf></Strd></RmtInf>`);
    expect(read(camt(entry('1250.5', details)))).toEqual([
      {
        ...{ id: '2026-117', account: 'DE89370400440532013000', currency: 'EUR', day: '2026-11-24' },
        entries: [
          {
            ...{
              number: 1,
              reference: 'BR-1',
              unique: 'account',
              amount: 125_050,
              side: 'credit',
              valueOn: '2026-11-23',
            },
            ...{ text: 'Invoice 2026-000042 of October & more', payer: 'Riverton Public Library' },
            creditorReference: '2026-000042',
          },
        ],
      },
    ]);
  });

  it('has the payments of a batch one by one, and leaves out what is not booked', () => {
    const one = (amount: string, text: string) =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
    const batch = entry('30.00', `<NtryDtls>${one('10.00', 'first')}${one('20.00', 'second')}</NtryDtls>`);
    const pending = entry('5.00', '').replace('BOOK</Cd>', 'PDNG</Cd>');
    const [statement] = read(camt(batch + pending));
    expect(statement?.entries.map(({ number, reference, amount, text }) => [number, reference, amount, text])).toEqual([
      [1, 'BR-1/1', 1000, 'first'],
      [2, 'BR-1/2', 2000, 'second'],
    ]);
  });

  it('says by the code of the bank what is a fee, interest or a payment that came back', () => {
    const coded = (code: string) =>
      `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
    const codes = ['CHRG', 'INTR', 'UPDD', 'ESCT', 'RPCR', 'PRDD', 'CQRV'];
    const entries = codes.map((code) => entry('1.00', '', coded(code), 'DBIT'));
    // The code of a payment counts before that of its entry.
    const [statement] = read(camt([...entries, entry('1.00', payment(coded('FEES')), coded('INTR'))].join('')));
    const natures = statement?.entries.map(({ nature }) => nature);
    expect(natures).toEqual(['fee', 'interest', 'returned', undefined, 'returned', 'returned', 'returned', 'fee']);
  });

  it('says of a reversal, and of an entry with the details of a return, that it takes a payment back, without such a code', () => {
    const reversal = (indicator: string) => entry('1.00', '', `<RvslInd>${indicator}</RvslInd>`, 'DBIT');
    const returned = payment('<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>');
    const fee = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly></Domn></BkTxCd>';
    const entries = [
      ...[reversal('true'), reversal('1'), reversal('false'), entry('1.00', returned, '', 'DBIT')],
      entry('1.00', returned, fee, 'DBIT'),
    ];
    const [statement] = read(camt(entries.join('')));
    expect(statement?.entries.map(({ nature }) => nature)).toEqual([
      ...['returned', 'returned', undefined, 'returned', 'fee'],
    ]);
  });

  it('says which fee of the bank an amount contains, and the reference of the payer', () => {
    const charges = (inner: string) => `<Chrgs>${inner}</Chrgs>`;
    const record = (amount: string, currency = 'EUR') => `<Rcrd><Amt Ccy="${currency}">${amount}</Amt></Rcrd>`;
    const entries = [
      entry(
        '103.50',
        payment(`<Refs><EndToEndId>ASH-17</EndToEndId></Refs>${charges(record('3.00') + record('0.50'))}`),
      ),
      entry('103.50', '', charges(`<TtlChrgsAndTaxAmt Ccy="EUR">3.5</TtlChrgsAndTaxAmt>${record('3.50')}`)),
      entry('100.00', payment('<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>'), charges(record('3.00', 'USD'))),
    ];
    const [statement] = read(camt(entries.join('')));
    expect(statement?.entries.map(({ charges: fee, payerReference, text }) => [fee, payerReference, text])).toEqual([
      [350, 'ASH-17', 'ASH-17'],
      [350, undefined, ''],
      [undefined, undefined, ''],
    ]);
  });

  it('says which references are unique: those of the bank, not the numbers of entries', () => {
    const batch = (own: string) =>
      ['10.00', '20.00'].map((amount) => `<TxDtls>${own}<Amt Ccy="EUR">${amount}</Amt></TxDtls>`).join('');
    const numbered = '<NtryRef>1</NtryRef>';
    const entries = [
      entry('1.00', ''),
      entry('2.00', '', numbered),
      entry('3.00', '', ''),
      entry('30.00', `<NtryDtls>${batch('')}</NtryDtls>`, numbered),
      entry('30.00', `<NtryDtls>${batch('<Refs><AcctSvcrRef>B-9</AcctSvcrRef></Refs>')}</NtryDtls>`, numbered),
    ];
    const [statement] = read(camt(entries.join('')));
    expect(statement?.entries.map(({ reference, unique }) => [reference, unique])).toEqual([
      ...[
        ['BR-1', 'account'],
        ['1', undefined],
        ['', undefined],
        ['1/1', undefined],
        ['1/2', undefined],
      ],
      ...[
        ['B-9', 'account'],
        ['B-9', 'account'],
      ],
    ]);
  });

  it('must lead from its opening balance to its closing balance', () => {
    const entries = entry('100.00', '') + entry('30.00', '', '<NtryRef>2</NtryRef>', 'DBIT');
    const balances = (closing: string) => balance('OPBD', '20.00', 'DBIT') + balance('CLBD', closing);
    expect(read(camt(entries, balances('50.00')))[0]).toMatchObject({ opening: -2000, closing: 5000 });
    expect(refused(camt(entries, balances('50.01')))).toMatch(/do not lead from the opening balance/);
  });

  it.each([
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${camt(entry('1.00', ''))}`, /doctype/],
    ['an entity of its own', camt(entry('1.00', payment('<RmtInf><Ustrd>&xxe;</Ustrd></RmtInf>'))), /unknown-entity/],
    ['markup that is cut off', camt(entry('1.00', '')).slice(0, -20), /not-well-formed/],
    ['depth without end', camt('<a>'.repeat(40) + '</a>'.repeat(40)), /nested-too-deep/],
    ['another message', '<Document><Other/></Document>', /no account statement/],
    ['no amount', camt(entry('1,00', '')), /is no amount/],
    ['parts of a cent', camt(entry('1.005', '')), /more decimals/],
    ['another currency', camt(entry('1.00', '').replace('Ccy="EUR"', 'Ccy="USD"')), /on an account in EUR/],
    ['a day that does not exist', camt(entry('1.00', '').replaceAll('2026-11-23', '2026-02-30')), /is no day/],
    ['no account', camt(entry('1.00', ''), '', '<Acct><Ccy>EUR</Ccy></Acct>'), /account is not named/],
    ['neither credit nor debit', camt(entry('1.00', '', '', 'UP')), /neither a credit nor a debit/],
    ['too much', ' '.repeat(2_000_001), /more than/],
  ])('with %s is refused', (_what, text, reason) => {
    expect(refused(text)).toMatch(reason);
  });
});

const bai = (...lines: string[]) =>
  ['01,122099999,123456789,261124,0200,1,80,1,2/', '02,123456789,122099999,1,261124,,USD,2/', ...lines].join('\r\n');
const ends = (total: number, records: number) => [
  `49,${total},${records}/`,
  `98,${total},1,${records + 2}/`,
  `99,${total},1,${records + 4}/`,
];

describe('A file of BAI2', () => {
  const account = '03,0975312468,USD,010,500000,,,015,575000,,/';
  const credit = '16,195,125000,V,261123,,BR-7,CUST-9,INVOICE 2026-000042, OF OCTOBER';
  const debit = '16,475,50000,,BR-8,,CHECK 1001/';

  it('is read with value dates, continued texts, credits and debits', () => {
    const text = bai(account, credit, '88,RIVERTON PUBLIC LIBRARY', debit, ...ends(1_250_000, 5));
    expect(read(text)).toEqual([
      {
        ...{ id: '122099999-261124-1-0975312468', account: '0975312468', currency: 'USD', day: '2026-11-24' },
        ...{ opening: 500_000, closing: 575_000 },
        entries: [
          {
            ...{ number: 1, reference: 'BR-7', unique: 'day', amount: 125_000, side: 'credit', valueOn: '2026-11-23' },
            text: 'CUST-9 INVOICE 2026-000042, OF OCTOBER RIVERTON PUBLIC LIBRARY',
          },
          {
            ...{ number: 2, reference: 'BR-8', unique: 'day', amount: 50_000, side: 'debit', valueOn: '2026-11-24' },
            text: 'CHECK 1001',
          },
        ],
      },
    ]);
  });

  it('has amounts by day of availability, which are skipped', () => {
    const split = '16,165,100,S,50,25,25,BR-1,,split';
    const days = '16,165,200,D,2,0,100,1,100,BR-2,,by days';
    const text = bai('03,1,USD,,,,/', split, days, ...ends(300, 4));
    expect(read(text)[0]?.entries.map(({ reference, amount }) => [reference, amount])).toEqual([
      ['BR-1', 100],
      ['BR-2', 200],
    ]);
  });

  it('lists what is no payment: loans, messages and unknown types, with the codes of the bank', () => {
    const loan = '16,720,900,,L-1,,LOAN PAYMENT/';
    const message = '16,890,,,,,RATES CHANGE ON MONDAY';
    const unknown = '16,001,5,,R,,STATUS/';
    const own = ['16,920,100,,C-1,,OWN CREDIT/', '16,960,300,,D-1,,OWN DEBIT/'];
    const text = bai('03,1,USD,,,,/', loan, message, unknown, ...own, ...ends(1305, 7));
    const [statement] = read(text);
    expect(statement?.others).toEqual([
      { code: '720', amount: 900, text: 'L-1 LOAN PAYMENT' },
      { code: '890', amount: 0, text: 'RATES CHANGE ON MONDAY' },
      { code: '001', amount: 5, text: 'R STATUS' },
    ]);
    expect(statement?.entries.map(({ reference, side, amount }) => [reference, side, amount])).toEqual([
      ['C-1', 'credit', 100],
      ['D-1', 'debit', 300],
    ]);
    // A loan may move the balance by its amount, and no further.
    const balances = (closing: number) => `03,1,USD,010,1000,,,015,${closing},,/`;
    const moved = (closing: number) => bai(balances(closing), loan, ...ends(1900 + closing, 3));
    expect(read(moved(100))[0]?.entries).toEqual([]);
    expect(refused(moved(99))).toMatch(/do not lead/);
  });

  it('says by its type codes what is a fee, interest, or a payment that goes or comes back', () => {
    const codes = {
      interest: ['354', '359', '654', '659'],
      fee: ['398', '524', '564', '567', '661', '698'],
      returned: [...['252', '255', '257', '258', '266', '395'], ...['423', '552', '555', '557', '558', '566', '694']],
      // Received, paid, and sums of several returned items, which are no payment.
      undefined: ['142', '195', '475', '495', '468'],
    };
    const all = Object.values(codes).flat();
    const lines = all.map((code) => `16,${code},1,,R-${code},,x/`);
    const [statement] = read(bai('03,1,USD,,,,/', ...lines, ...ends(all.length, all.length + 2)));
    const found = Object.entries(codes).flatMap(([nature, own]) => own.map((code) => [`R-${code}`, nature]));
    expect(statement?.entries.map(({ reference, nature }) => [reference, String(nature)])).toEqual(found);
  });

  it('may have several groups: the second of an account and a day has an id of its own', () => {
    const group = (amount: number, reference: string) => [
      ...['02,123456789,122099999,1,261124,,USD,2/', '03,1,USD,,,,/', `16,195,${amount},,${reference},,x/`],
      ...[`49,${amount},3/`, `98,${amount},1,5/`],
    ];
    const file = (groups: number, total: number) =>
      [
        '01,122099999,123456789,261124,0200,1,80,1,2/',
        ...group(7, 'A'),
        ...group(8, 'A'),
        `99,${total},${groups},12/`,
      ].join('\n');
    expect(read(file(2, 15)).map(({ id, entries }) => [id, entries.length])).toEqual([
      ['122099999-261124-1-1', 1],
      ['122099999-261124-1-1-2', 1],
    ]);
    expect(refused(file(3, 15))).toMatch(/accounts or groups differs/);
    expect(refused(file(2, 16))).toMatch(/control total/);
  });

  it('continues a balance, a type of funds and a text on the next record', () => {
    const continued = ['03,1,USD,010,1000,,/', '88,015,1300,,/'];
    const split = ['16,165,300,S,100/', '88,150,50/', '88,BR-1,CUST/', '88,INVOICE 2026-000042,', '88,OF OCTOBER'];
    const [statement] = read(bai(...continued, ...split, ...ends(2600, 8)));
    expect(statement).toMatchObject({ opening: 1000, closing: 1300 });
    expect(statement?.entries).toEqual([
      {
        ...{ number: 1, reference: 'BR-1', unique: 'day', amount: 300, side: 'credit', valueOn: '2026-11-24' },
        text: 'CUST INVOICE 2026-000042, OF OCTOBER',
      },
    ]);
  });

  it('is refused unless its trailers agree, whatever number in them is changed', () => {
    const text = bai(account, credit, debit, ...ends(1_250_000, 4));
    expect(refused(text)).toBe('accepted');
    const lines = text.split('\r\n');
    const trailers = lines.flatMap((line, at) =>
      /^(?:49|98|99),/.test(line)
        ? line
            .slice(0, -1)
            .split(',')
            .map((_, field) => ({ at, field }))
        : [],
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...trailers.filter(({ field }) => field > 0)),
        fc.integer({ min: 1, max: 9999 }),
        ({ at, field }, more) => {
          const fields = (lines[at] ?? '').slice(0, -1).split(',');
          const changed = fields.map((one, place) => (place === field ? String(Number(one) + more) : one)).join(',');
          expect(refused(lines.map((line, place) => (place === at ? `${changed}/` : line)).join('\r\n'))).toMatch(
            /differs/,
          );
        },
      ),
    );
  });

  it.each([
    ['another control total', bai(account, credit, debit, ...ends(1_250_001, 4)), /control total/],
    ['another number of records', bai(account, credit, debit, ...ends(1_250_000, 5)), /number of records/],
    ['balances that do not sum', bai(account, credit, ...ends(1_200_000, 3)), /do not lead/],
    ['no trailer', bai(account, credit), /no trailer/],
    ['a transaction outside an account', bai(credit, ...ends(125_000, 1)), /outside an account/],
    [
      'amounts by day that do not sum',
      bai('03,1,USD,,,,/', '16,165,9,S,5,2,1,R,,x/', ...ends(9, 3)),
      /do not sum to 9/,
    ],
    ['funds of no days', bai('03,1,USD,,,,/', '16,165,9,D,x,0,9,R,,x/', ...ends(9, 3)), /funds of no days/],
    ['a group in a group', bai('02,1,2,1,261124,,USD,2/', ...ends(0, 3)), /without a trailer \(98\)/],
    ['an account in an account', bai(account, account, ...ends(0, 3)), /without a trailer \(49\)/],
    ['a group that ends in an account', bai(account, '98,0,1,3/', '99,0,1,5/'), /without a trailer \(49\)/],
    ['a wrong amount', bai('03,1,USD,,,,/', '16,195,1.00,,R,,x/', ...ends(5, 3)), /is no amount/],
    ['an unknown record', bai('77,1/', ...ends(5, 3)), /records of type 77/],
    ['no statement at all', 'account,amount\r\n1,2', /not a record of BAI2/],
    ['nothing', '', /no header/],
  ])('with %s is refused', (_what, text, reason) => {
    expect(refused(text)).toMatch(reason);
  });
});
