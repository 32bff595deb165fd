import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { edifactText, readInterchange } from './interchange.ts';
import { sumsOfInvoice } from './invoice-sums.ts';
import { readLibraryMessage } from './library-message.ts';
import { EdifactError, type Refusal, readSegments, segmentText } from './segments.ts';
import { type Ordered, type Sent, writeOrders } from './write-orders.ts';

const interchange = (text: string) => readInterchange(edifactText(new TextEncoder().encode(text)));
const bodyOf = (type: string, body: string, { version = 'D:96A:UN', reference = '1', end = '1' } = {}): string =>
  `UNH+${reference}+${type}:${version}'${body}UNT+${body.split("'").length + 1}+${end}'`;
const wrapped = (...messages: string[]): string =>
  `UNB+UNOC:3+5412345000020:14+5412345000013:14+261130:0800+R1'${messages.join('')}UNZ+${messages.length}+R1'`;
const messageOf = (text: string) => {
  const { messages, separators } = interchange(text);
  return messages.map((message) => readLibraryMessage(message, separators));
};
const refusalOf = (read: () => unknown): Refusal | undefined => {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof EdifactError) return thrown.refusal;
    throw thrown;
  }
  return undefined;
};

const order: Ordered = {
  ...{ number: 'PO1001', on: '2026-11-29', currency: 'EUR', account: 'RIV-2041' },
  buyer: { id: '5412345000013', qualifier: '9' },
  vendor: { id: '5412345000020', qualifier: '9' },
  lines: [
    {
      ...{ reference: 'PO1001-1', isbn: '9780306406157', copies: 3, price: '24.90' },
      texts: { title: "What's counted? A primer", author: 'Okafor', published: '2026' },
      shares: [
        { branch: 'M1', fund: 'BOOKS27', copies: 2 },
        { branch: 'M2', fund: 'GEN27', copies: 1 },
      ],
    },
  ],
};
const sent: Sent = {
  sender: { id: '5412345000013', qualifier: '14' },
  recipient: { id: '5412345000020', qualifier: '14' },
  ...{ reference: 'C1', at: '2026-11-29T10:00:00.000Z', orders: [order] },
};
const sentAgain = (orders: readonly Ordered[]) => {
  const read = readInterchange(edifactText(writeOrders({ ...sent, orders })));
  return read.messages.map((message) => readLibraryMessage(message, read.separators));
};

test('A99 service characters inside texts are released and come back; other separators of a UNA are obeyed', () => {
  const text = new TextDecoder().decode(writeOrders(sent));
  expect(text).toContain("IMD+L+050+:::What?'s counted?? A primer'");
  expect(sentAgain([order])[0]?.lines[0]?.texts).toEqual({
    ...{ title: "What's counted? A primer", author: 'Okafor', published: '2026' },
  });
  const other =
    "UNA;*,! ~UNB*UNOC;3*A*B*261130;0800*R1~UNH*1*ORDERS;D;96A;UN~BGM*220*it's!~~LIN*1~PRI*AAA;2,5~UNT*5*1~UNZ*1*R1~";
  const [message] = messageOf(other);
  expect([message?.document.number, message?.lines[0]?.prices]).toEqual([
    "it's~",
    [{ qualifier: 'AAA', value: '2.5' }],
  ]);
  const escaped = readSegments("FTX+a?+b:c?:d+e??'\r\nUNS+S'").segments;
  expect(escaped).toEqual([
    { tag: 'FTX', elements: [['a+b', 'c:d'], ['e?']] },
    { tag: 'UNS', elements: [['S']] },
  ]);
});

test('a segment is read as it was written, whatever its texts', () => {
  const element = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), (elements) => {
      const { segments } = readSegments(segmentText({ tag: 'FTX', elements }));
      expect(segments).toEqual([{ tag: 'FTX', elements }]);
    }),
  );
});

test('no bytes and no damaged file are read as anything but a refusal or an interchange', () => {
  const whole = writeOrders(sent);
  const damaged = fc
    .tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
    .map(([at, byte, end]) => Uint8Array.from(whole.with(at, byte)).slice(0, end));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
      refusalOf(() => {
        const { messages, separators } = readInterchange(edifactText(bytes));
        for (const message of messages) readLibraryMessage(message, separators);
      });
    }),
    { numRuns: 500 },
  );
});

test('A101 counts and references that differ refuse a message, and the others of the interchange are read', () => {
  const lines = "BGM+231+R77+9'LIN+1'UNS+S'";
  const good = bodyOf('ORDRSP', `${lines}CNT+2:1'`, { reference: '4', end: '4' });
  const bad = [
    bodyOf('ORDRSP', `${lines}CNT+2:1'`).replace('UNT+6', 'UNT+7'),
    bodyOf('ORDRSP', `${lines}CNT+2:2'`),
    bodyOf('ORDRSP', lines, { end: '2' }),
    `UNH+1+ORDRSP:D:96A:UN'${lines}`,
  ];
  for (const [at, code] of ['counts-differ', 'counts-differ', 'references-differ', 'counts-differ'].entries()) {
    const { messages, refused } = interchange(wrapped(bad[at] ?? '', good));
    expect(refused).toMatchObject([{ reference: '1', type: 'ORDRSP', refusal: { code } }]);
    expect(messages).toMatchObject([{ reference: '4' }]);
  }
  expect(refusalOf(() => interchange(wrapped(good).replace('UNZ+1', 'UNZ+2')))).toMatchObject({
    code: 'counts-differ',
  });
  expect(refusalOf(() => interchange(wrapped(good).replace('+R1', '+R2')))).toMatchObject({
    code: 'references-differ',
  });
  const files = ['', 'hello', "UNA:::::'", `${wrapped(good)}UNB`, "UNB+UNOC:3'", "un+1'"].map((text) =>
    refusalOf(() => interchange(text)),
  );
  expect(files.map((refusal) => refusal?.code)).toEqual(Array.from({ length: 6 }, () => 'not-edifact'));
  expect(refusalOf(() => edifactText(new Uint8Array(4_000_001)))?.code).toBe('too-large');
});

test('numbers that are none refuse the message with the segment', () => {
  const refused = ["QTY+21:some'", "QTY+21:1.5'", "PRI+AAB:1,5'", "MOA+203:EUR'"].map((segment) =>
    refusalOf(() => messageOf(wrapped(bodyOf('ORDRSP', `BGM+231+R77+9'LIN+1'${segment}`)))),
  );
  expect(refused).toMatchObject(refused.map(() => ({ code: 'bad-segment', segment: 5 })));
  expect(refusalOf(() => messageOf(wrapped(bodyOf('ORDRSP', "LIN+1'"))))).toMatchObject({ code: 'bad-segment' });
});

test('A103 the sums of an invoice are added up, and a difference is stated', () => {
  const invoice = (payable: string) =>
    "BGM+380+INV900+9'CUX+2:EUR:4'LIN+1++9780306406157:EN'QTY+47:2'MOA+203:44.82'PRI+AAA:22.41'TAX+7+VAT+++:::7'UNS+S'" +
    `CNT+2:1'MOA+79:44.82'MOA+124:3.14'MOA+86:${payable}'`;
  const [right, wrong] = ['47.96', '48.00'].flatMap((payable) =>
    messageOf(wrapped(bodyOf('INVOIC', invoice(payable)))),
  );
  expect(right && sumsOfInvoice(right, 'EUR')).toEqual({
    ...{ lines: 4_482, charges: 0, tax: 314, payable: 4_796, difference: 0 },
  });
  expect(wrong && sumsOfInvoice(wrong, 'EUR')).toMatchObject({ difference: 4 });
});

test('A105 an order of three copies for two branches has one line with two sets of copies', () => {
  const [read] = sentAgain([order]);
  expect(read).toMatchObject({
    ...{ type: 'ORDERS', document: { kind: '220', number: 'PO1001', function: '9' }, currency: 'EUR' },
    ...{ dates: [{ qualifier: '137', value: '20261129' }], references: [{ qualifier: 'API', value: 'RIV-2041' }] },
    parties: [
      { role: 'BY', id: '5412345000013', qualifier: '9' },
      { role: 'SU', id: '5412345000020', qualifier: '9' },
    ],
  });
  expect(read?.lines).toMatchObject([
    {
      ...{ number: '1', ids: [{ type: 'EN', value: '9780306406157' }], quantities: [{ qualifier: '21', value: 3 }] },
      ...{ prices: [{ qualifier: 'AAB', value: '24.90' }], references: [{ qualifier: 'LI', value: 'PO1001-1' }] },
      copies: [
        { set: '001', values: [{ value: 'M1' }, { value: 'BOOKS27' }, { qualifier: 'LQT', value: '2' }] },
        { set: '002', values: [{ value: 'M2' }, { value: 'GEN27' }, { qualifier: 'LQT', value: '1' }] },
      ],
    },
  ]);
});

test('any title goes out in parts of 35 characters and comes back whole, in Latin-1 or else in UTF-8', () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(title, (text) => {
      const line = {
        ...order.lines[0],
        isbn: '0306406152',
        texts: { title: `T ${text}.` },
      } as Ordered['lines'][number];
      const [read] = sentAgain([{ ...order, lines: [line] }]);
      expect(read?.lines[0]?.texts.title).toBe(line.texts.title.replace(/\s+/g, ' ').trim());
      expect(read?.lines[0]?.ids).toEqual([{ type: 'IB', value: '0306406152' }]);
    }),
  );
  const charset = (text: string) =>
    new TextDecoder('latin1').decode(writeOrders({ ...sent, orders: [{ ...order, number: text }] }));
  expect([charset('Märchen').slice(9, 20), charset('Сказки').slice(9, 20)]).toEqual(['UNB+UNOC:3+', 'UNB+UNOY:4+']);
});

describeWithRealData('A100 the messages of vendors in the field', (data) => {
  const read = (file: string) => readInterchange(edifactText(readFileSync(join(data, 'edifact', file))));
  const figures = (file: string) => {
    const { messages, refused, separators } = read(file);
    expect(refused).toEqual([]);
    return messages.map((raw) => {
      const { type, document, lines } = readLibraryMessage(raw, separators);
      const copies = (qualifier: string) =>
        lines
          .flatMap(({ quantities }) => quantities)
          .reduce((sum, one) => sum + (one.qualifier === qualifier ? one.value : 0), 0);
      return [type, document.number, lines.length, ...['21', '12', '83', '47'].map(copies)].join(' ');
    });
  };
  const responses = ['ORDRSP 582822 18 67 62 5 0', 'ORDRSP 582828 20 101 25 76 0', 'ORDRSP 582830 20 101 58 43 0'];

  // Type, document, lines, then copies ordered, sent, backordered and invoiced.
  test.each([
    ['0LGQQtTxuv.orders.edi', ['ORDERS 12 4 35 0 0 0']],
    ['zBFqgVwJ7l.orders.edi', ['ORDERS 9 3 18 0 0 0']],
    ['edifact_sample.orders.edi', ['ORDERS E071124PB 49 358 0 0 0']],
    ['edifact_sample.ordrsp.edi', responses],
    ['edifact_sample2.ordrsp.edi', responses],
    ['HOGJ-037.ack', ['ORDRSP HOGJ-037 67 74 36 38 0']],
    ['baker_taylor.ordrsp.edi', ['ORDRSP 071678 3 23 23 0 0']],
    ['evergreen-6.ack', ['ORDRSP 6 4 30 0 22 0']],
    ['ingram_437.ordrsp.edi', ['ORDRSP 17 4 30 1 0 0']],
    ['evergreen-0323B668342.inv', ['INVOIC B668342 2 0 0 0 23']],
    [
      '1130B766274.inv',
      [1, 1, 1, 2, 1, 6].map((lines, at) => `INVOIC B76627${at + 4} ${lines} 0 0 0 ${[2, 1, 1, 2, 1, 6][at]}`),
    ],
  ])('%s is read with its lines and copies', (file, expected) => {
    expect(figures(file)).toEqual(expected);
  });

  test('the sums of the invoices agree: lines and charges are what is payable', () => {
    const sums = ['1130B766274.inv', 'evergreen-0323B668342.inv'].map((file) => {
      const { messages, separators } = read(file);
      const all = messages.map((message) => sumsOfInvoice(readLibraryMessage(message, separators), 'USD'));
      const total = (name: 'lines' | 'charges' | 'payable' | 'difference') =>
        all.reduce((sum, one) => sum + one[name], 0);
      return [total('lines'), total('charges'), total('payable'), total('difference')];
    });
    expect(sums).toEqual([
      [21_222, 4_290, 25_512, 0],
      [66_896, 1_496, 68_392, 0],
    ]);
  });

  test('what vendors did with the lines of an answer is told apart', () => {
    const actions = (file: string) => {
      const { messages, separators } = read(file);
      const all = messages.flatMap((message) =>
        readLibraryMessage(message, separators).lines.map(({ action }) => action),
      );
      return ['5', '24', '2'].map((code) => all.filter((action) => action === code).length);
    };
    expect([actions('HOGJ-037.ack'), actions('evergreen-6.ack'), actions('ingram_437.ordrsp.edi')]).toEqual([
      ...[
        [34, 33, 0],
        [0, 3, 1],
        [1, 1, 2],
      ],
    ]);
  });

  test('an invoice of another profile is refused with its first line', () => {
    const { messages, separators } = read('edidev.net.invoice');
    const refused = messages.map((message) => refusalOf(() => readLibraryMessage(message, separators)));
    expect(refused).toMatchObject([{ code: 'not-library-profile', line: '1', segment: 16 }]);
  });
});
