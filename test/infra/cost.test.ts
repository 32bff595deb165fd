import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costOfCommand, readCommand } from '../../bench/cost.ts';
import { measureIdleCost } from '../../bench/idle-cost.ts';
import { decimalText, divideHalfEven, parseExact } from '../../layers/kernel/money/exact.ts';

const now = new Date('2026-11-26T12:00:00.000Z');
const nothing = '--checkouts 0 --records 0 --items 0 --patrons 0 --files-gb 0 --loan-requests 0 --months-in-service 0';
const asked = (line: string) => {
  const command = readCommand(line.split(' ').filter(Boolean), now);
  if (command === 'help' || 'wrong' in command) throw new Error(JSON.stringify(command));
  return command.value;
};
const wrong = (line: string): string => {
  const command = readCommand(line.split(' '), now);
  return command !== 'help' && 'wrong' in command ? command.wrong : '';
};

test.each(['small', 'large'])('without use and data a month of the %s profile equals the idle cost', (profile) => {
  const { input, stated } = asked(`--profile ${profile} ${nothing}`);
  const { total, variable } = costOfCommand({ input, stated });
  const cents = decimalText(divideHalfEven(parseExact(total.exact), 10n ** 10n), 2);
  expect([cents, variable.exact]).toEqual([
    measureIdleCost('2026-11', profile === 'small' ? 'small' : 'large').total,
    '0.000000000000',
  ]);
});

test('the reference profile has the large search domain, a town the small one', () => {
  const { profile, input } = asked('--members 40 --checkouts 2000000 --records 3000000');
  expect([profile, input.resources.search.instances, input.workload.checkoutsAYear]).toEqual(['large', 3, 2_000_000]);
  expect(asked('--records 200000').profile).toBe('small');
});

test('an invalid option, number, month or region is refused with a message', () => {
  expect(wrong('--chekouts 3')).toContain('--chekouts');
  expect(wrong('--records many')).toContain('--records many');
  expect(wrong('--members 0')).toContain('--members 0');
  expect(wrong('--month 2026-13')).toContain('YYYY-MM');
  expect(wrong('--region mars-1')).toContain('no price book for mars-1');
  expect(wrong('--profile huge')).toContain('small or large');
  expect(wrong('--allowances some')).toContain('first-12-months');
  expect(readCommand(['--help'], now)).toBe('help');
});

test('adopted price changes are read from a file in the API’s format, and a file without them is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-prices-'));
  const file = join(folder, 'changes.json');
  try {
    const prices = { 'search-t3-small-hour': { per: 1, tiers: [{ price: '0' }] } };
    const why = { decidedOn: '2026-11-21', source: 'Agreement 12', reason: 'Agreed' };
    const body = { region: 'us-east-1', currency: 'USD', ...why, prices };
    const of = { kind: 'price-book', version: 1, decisionReference: 'Board', adoptedBy: 'staff:stf_1', body };
    writeFileSync(file, JSON.stringify({ policies: [{ ...of, effectiveFrom: '2026-11-30T00:00:00.000Z' }] }));
    const line = '--profile small --month 2026-11 --region us-east-1';
    const [shipped, changed] = [asked(line), asked(`${line} --prices ${file}`)];
    expect(changed.input.book.version).toBe(`${shipped.input.book.version}+price-book/1`);
    const [was, is] = [shipped, changed].map((one) => Number(costOfCommand(one).total.exact));
    expect(is).toBeLessThan(was ?? 0);
    writeFileSync(file, '{}');
    expect(wrong(`--prices ${file}`)).toContain(`--prices ${file}`);
    expect(wrong(`--prices ${join(folder, 'none.json')}`)).toContain('none.json');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
