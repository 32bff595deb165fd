import { join } from 'node:path';
import { type Dialect, readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import { messages } from '../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';
import { anAction, aRequest } from '../../test/builders/iso-peer.ts';
import { describeWithRealData } from '../../test/builders/real-data.ts';
import { faultsBySchema } from '../../test/builders/valid-xml.ts';
import type { PartnerOptions } from './options.ts';
import { type Keyword, keywordsIn, type Saying, SCRIPTS, scriptOf, USUALLY } from './scripts.ts';
import {
  agencyOf,
  confirmationOf,
  isOpening,
  notUnderstood,
  requestingMessage,
  requestMessage,
  supplyingMessage,
} from './writing.ts';

const keywords = Object.keys(SCRIPTS).filter((name): name is Keyword => Object.hasOwn(SCRIPTS, name));
const about = {
  requestId: 'r-1',
  ourId: 's-1',
  requester: agencyOf('ISIL:CONCORD'),
  supplier: agencyOf('ISIL:PARTNER'),
  itemId: 'P1',
  copyUrl: 'http://127.0.0.1:1/copies/s-1.pdf',
};
const sayingsOf = (keyword: Keyword): Saying[] => {
  const { opening = [], agreed = [], settled = [], on = {} } = scriptOf([keyword]);
  return [...opening, ...agreed, ...settled, ...Object.values(on).flat(), ...Object.values(USUALLY).flat()];
};
const now = Date.parse('2026-11-24T10:00:00Z');
const spoken = (keyword: Keyword, dialect: Dialect): string[] =>
  sayingsOf(keyword).map((saying) => writeMessage(supplyingMessage(saying, about, now), dialect));

test('script words are found in the brackets of a title and in a record id, never in a real title', () => {
  expect(keywordsIn('Emma [cost, recalls]')).toEqual(['cost', 'recalls']);
  expect(keywordsIn('Silent spring; overdue; the late Mr Kent [2nd ed.]')).toEqual([]);
  expect(keywordsIn('Emma', 'WILLSUPPLY_UNFILLED')).toEqual(['unfilled']);
  expect(keywordsIn('Emma [constructor] [toString]', '__proto__')).toEqual([]);
});

test('one opening and any manners make a script; without a script word the partner lends', () => {
  expect(scriptOf([])).toMatchObject({ opening: SCRIPTS.lends.opening });
  const both = scriptOf(['cost', 'recalls', 'no-renewal', 'doubled']);
  expect(both).toMatchObject({ opening: SCRIPTS.cost.opening, agreed: SCRIPTS.cost.agreed, twice: true });
  expect(Object.keys(both.on ?? {})).toEqual(['Received', 'Renew']);
  expect(scriptOf(['recalls']).opening).toBe(SCRIPTS.lends.opening);
});

test.each(['1.2', '2021'] as const)('every answer of every script is recognised in %s', (dialect) => {
  for (const keyword of keywords)
    for (const [i, xml] of spoken(keyword, dialect).entries()) {
      const read = readMessage(Buffer.from(xml));
      const saying = sayingsOf(keyword)[i];
      const isNew = dialect === '1.2' && /HoldReturn/.test(saying?.status ?? '');
      expect(read).toMatchObject({
        dialect,
        message: {
          kind: 'supplyingAgencyMessage',
          body: { statusInfo: { status: isNew ? 'Loaned' : saying?.status } },
        },
      });
    }
});

describeWithRealData('what the stand-in says, against the schemas', (folder) => {
  const options: PartnerOptions = {
    ...{
      port: 0,
      concord: 'http://127.0.0.1:1',
      symbol: 'ISIL:PARTNER',
      concordSymbol: 'X',
      edition: '1.2',
      secondMs: 1,
    },
    signsIn: { account: { accountId: 'a', securityCode: 'b' } },
  };
  const at = new Date(now).toISOString();
  const wanted = {
    title: 'Emma',
    author: 'Austen',
    isbn: '9780141439549',
    needBy: '2026-12-24',
    note: 'Soon',
    pages: '1-2',
  };
  const asking = { ...about, supplierId: 'c-1' };
  const actions = messages.requestingAgencyMessage.shape.action.options;

  test.each([
    ['1.2', 'ISO-18626-v1_2.xsd'],
    ['2021', 'ISO-18626-2021-2.xsd'],
  ] as const)('is valid in %s', (dialect, schema) => {
    const asks = [false, true].map((isRetry) => requestMessage(wanted, asking, options, at, isRetry));
    const acts = actions.map((action) => requestingMessage(action, asking, options, at, 'A note'));
    const received = [
      aRequest('r', 'Emma'),
      anAction('r', 'Received'),
      supplyingMessage({ after: 0, status: 'Loaned' }, about, now),
    ];
    const errors = [{ errorType: 'UnrecognisedDataValue' as const, errorValue: 'no' }];
    const confirmations = received
      .filter(isOpening)
      .flatMap((message) => [confirmationOf(message, at), confirmationOf(message, at, errors)]);
    const all = [...asks, ...acts, ...confirmations, notUnderstood(errors, at)].map((one) =>
      writeMessage(one, dialect),
    );
    expect(
      faultsBySchema(join(folder, 'ill', schema), [...keywords.flatMap((keyword) => spoken(keyword, dialect)), ...all]),
    ).toEqual([]);
  });
});
