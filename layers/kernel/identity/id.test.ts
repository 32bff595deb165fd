import fc from 'fast-check';
import { ID_PREFIXES, ID_RANDOM_BYTES, type IdKind, idTime, isBranchId, isId, isMemberId, makeId } from './id.ts';

const bytes = (fill: number): Uint8Array => new Uint8Array(ID_RANDOM_BYTES).fill(fill);
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const randoms = fc.uint8Array({ minLength: ID_RANDOM_BYTES, maxLength: ID_RANDOM_BYTES });

describe('random ids', () => {
  test('begin with readable letters and are 30 characters long', () => {
    expect(makeId('patron', 0, bytes(0))).toBe(`pat_${'0'.repeat(26)}`);
    expect(makeId('loan-request', 2 ** 48 - 1, bytes(255))).toBe(`req_7${'z'.repeat(25)}`);
  });

  test('show their kind and the time of their creation', () => {
    fc.assert(
      fc.property(times, randoms, (at, random) => {
        const id = makeId('item', at, random);
        expect([isId('item', id), isId('patron', id), idTime(id)]).toEqual([true, false, at]);
      }),
    );
  });

  test('differ when their bytes differ', () => {
    fc.assert(
      fc.property(times, randoms, randoms, (at, a, b) => {
        expect(makeId('item', at, a) === makeId('item', at, b)).toBe(a.join() === b.join());
      }),
    );
  });

  test('sort by time', () => {
    fc.assert(
      fc.property(times, times, randoms, randoms, (a, b, one, two) => {
        if (a < b) expect(makeId('hold', a, one) < makeId('hold', b, two)).toBe(true);
      }),
    );
  });

  test('are refused when malformed', () => {
    const good = makeId('patron', 1, bytes(1));
    const bad = ['', good.toUpperCase(), `${good}0`, good.slice(1), good.replace('pat', 'xyz'), `${good}\n`];
    expect(bad.map((text) => isId('patron', text))).toEqual(bad.map(() => false));
    expect(idTime('pat_x')).toBeUndefined();
  });

  test('cannot be made from too little randomness or an impossible time', () => {
    expect(() => makeId('patron', 1, new Uint8Array(9))).toThrow('10 random bytes');
    expect(() => makeId('patron', -1, bytes(1))).toThrow('48 bits');
    expect(() => makeId('patron', 1.5, bytes(1))).toThrow('48 bits');
    expect(() => makeId('patron', 2 ** 48, bytes(1))).toThrow('48 bits');
    expect(() => makeId('patron', 1, new Uint8Array(11))).toThrow('10 random bytes');
  });

  test('have three letters of their own for each kind', () => {
    const prefixes = Object.values<string>(ID_PREFIXES);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.filter((prefix) => !/^[a-z]{3}$/.test(prefix))).toEqual([]);
    const kinds: IdKind[] = ['patron', 'item', 'ask'];
    expect(kinds.map((kind) => makeId(kind, 0, bytes(0)).slice(0, 4))).toEqual(['pat_', 'itm_', 'ask_']);
  });
});

test('a kind’s prefix never changes, since it is part of stored keys', () => {
  const stored = [
    'patron:pat item:itm staff:stf machine:mch desk:dsk hold:hld loan:lon transit:trn tote:tot loan-request:req ask:ask',
    'partner:prt',
    'partner-message:msg loan-document:doc import:imp record:rec decision:dcs policy:pol proposal:prp entry:ent bill:bil',
    'platform-bill:pbl audit:aud access:acc block:blk note:nte patron-batch:pbt change:chg letter-batch:ltr load:lod load-file:lfl',
    'load-run:lrn course:crs listing:lst inventory:inv item-batch:ibt scenario:scn payout:pyo online-payment:opy refund:rfd',
    'saved-list:svl',
    'erasure-pass:erp closing:cls webhook:whk webhook-send:whs consortium-proposal:cpr ballot:bal remark:rmk',
    'body:bdy meeting:mtg action-item:aci saved-search:svs amendment:amd order:ord vendor-invoice:vin subscription:sub purchase:pur',
  ].join(' ');
  expect(
    Object.entries(ID_PREFIXES)
      .map(([kind, prefix]) => `${kind}:${prefix}`)
      .join(' '),
  ).toBe(stored);
});

describe('names of members and branches', () => {
  test.each([
    ['ash', true],
    ['ash-hill2', true],
    ['ab', true],
    ['a'.repeat(32), true],
    ['a1-b2-c3', true],
    ['a--b', false],
    ['-ash', false],
    ['1ash', false],
    ['ash\n', false],
    ['', false],
    ['a', false],
    ['Ash', false],
    ['ash-', false],
    ['ash.main', false],
    ['ash#1', false],
    ['a'.repeat(33), false],
  ])('member %j: %j', (text, expected) => {
    expect(isMemberId(text)).toBe(expected);
  });

  test.each([
    ['ash.main', true],
    ['ash.1', true],
    ['ash.children-2', true],
    [`ash.${'a'.repeat(32)}`, true],
    [`ash.${'a'.repeat(33)}`, false],
    ['ash.-1', false],
    ['ash.1-', false],
    ['ash.1--2', false],
    ['ash.1\n', false],
    ['Ash.main', false],
    ['', false],
    ['ash', false],
    ['ash.', false],
    ['.main', false],
    ['ash.main.east', false],
    ['ash.Main', false],
  ])('branch %j: %j', (text, expected) => {
    expect(isBranchId(text)).toBe(expected);
  });
});
