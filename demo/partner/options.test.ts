import { optionsFrom } from './options.ts';

test('the arguments set address, symbol, edition, speed and name', () => {
  expect(optionsFrom(['--concord', 'http://127.0.0.1:3000/iso'])).toEqual({
    ...{ port: 8626, concord: 'http://127.0.0.1:3000/iso', symbol: 'ISIL:PARTNER', concordSymbol: 'ISIL:CONCORD' },
    ...{ edition: '1.2', secondMs: 1000, signsIn: {} },
  });
  const all =
    '--port 0 --concord http://x.example/ --edition 2021 --second 0.2 --basic prt_1:a:b --account id:code --demand c:d';
  expect(optionsFrom(all.split(' '))).toMatchObject({
    ...{ port: 0, edition: '2021', secondMs: 200, demands: { user: 'c', password: 'd' } },
    signsIn: { basic: { user: 'prt_1', password: 'a:b' }, account: { accountId: 'id', securityCode: 'code' } },
  });
});

test.each([
  ['nothing', ''],
  ['no address', '--concord there'],
  ['an edition that nobody speaks', '--concord http://x.example/ --edition 3'],
  ['a port that is none', '--concord http://x.example/ --port many'],
  ['a name without a secret', '--concord http://x.example/ --basic prt_1'],
  ['an argument that there is not', '--concord http://x.example/ --loud'],
])('%s is refused', (_what, args) => {
  expect(() => optionsFrom(args.split(' ').filter(Boolean))).toThrow();
});
