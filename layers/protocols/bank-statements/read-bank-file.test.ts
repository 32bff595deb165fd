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
            ...{ number: 1, reference: 'BR-1', amount: 125_050, side: 'credit', valueOn: '2026-11-23' },
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
            ...{ number: 1, reference: 'BR-7', amount: 125_000, side: 'credit', valueOn: '2026-11-23' },
            text: 'CUST-9 INVOICE 2026-000042, OF OCTOBER RIVERTON PUBLIC LIBRARY',
          },
          { number: 2, reference: 'BR-8', amount: 50_000, side: 'debit', valueOn: '2026-11-24', text: 'CHECK 1001' },
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

  it.each([
    ['another control total', bai(account, credit, debit, ...ends(1_250_001, 4)), /control total/],
    ['another number of records', bai(account, credit, debit, ...ends(1_250_000, 5)), /number of records/],
    ['balances that do not sum', bai(account, credit, ...ends(1_200_000, 3)), /do not lead/],
    ['no trailer', bai(account, credit), /no trailer/],
    ['a transaction outside an account', bai(credit, ...ends(125_000, 1)), /outside an account/],
    ['an unknown type of transaction', bai('03,1,USD,,,,/', '16,001,5,,R,,x/', ...ends(5, 3)), /type 001 is unknown/],
    ['a wrong amount', bai('03,1,USD,,,,/', '16,195,1.00,,R,,x/', ...ends(5, 3)), /is no amount/],
    ['an unknown record', bai('77,1/', ...ends(5, 3)), /records of type 77/],
    ['no statement at all', 'account,amount\r\n1,2', /not a record of BAI2/],
    ['nothing', '', /no header/],
  ])('with %s is refused', (_what, text, reason) => {
    expect(refused(text)).toMatch(reason);
  });
});
