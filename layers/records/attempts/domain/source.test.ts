import fc from 'fast-check';
import { addressSources, machineSource } from './source.ts';

test.each([
  ['192.0.2.7', 'address 192.0.2.7'],
  ['::ffff:192.0.2.7', 'address 192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', 'address 2001:db8:1:2'],
  ['2001:db8::1', 'address 2001:db8:0:0'],
  ['::1', 'address 0:0:0:0'],
  ['::3:4:5:6:7:8', 'address 0:0:3:4'],
  ['2001:db8::4:5:6:7:8', 'address 2001:db8:0:4'],
  ['::FFFF:198.51.100.213', 'address 198.51.100.213'],
  ['64::ffff:192.0.2.7', 'address 64:0:0:0'],
])('the source of %s is %s: one connection has a whole network of IPv6 addresses', (address, source) => {
  expect(addressSources(address).source).toBe(source);
});

test.each([
  ['192.0.2.7', undefined],
  ['::ffff:192.0.2.7', undefined],
  ['2001:0DB8:0001:0002::9', 'network 2001:db8:1'],
  ['2001:db8:1:ffff::9', 'network 2001:db8:1'],
  ['2001:db8::1', 'network 2001:db8:0'],
])('finding S2: the wider network of %s is %s', (address, network) => {
  expect(addressSources(address).network).toBe(network);
});

test('an IPv6 address has the same sources however it is written', () => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const digits = groups.map((one) => one.toString(16));
      const full = digits.map((text) => text.padStart(4, '0').toUpperCase()).join(':');
      const shortest = new URL(`http://[${full}]`).hostname.slice(1, -1);
      const sources = {
        source: `address ${digits.slice(0, 4).join(':')}`,
        network: `network ${digits.slice(0, 3).join(':')}`,
      };
      expect([addressSources(full), addressSources(shortest)]).toEqual([sources, sources]);
    }),
  );
});

test('a machine is no address, and each counts for itself', () => {
  expect(machineSource('192.0.2.7')).not.toBe(addressSources('192.0.2.7').source);
  expect(machineSource('mch_1')).not.toBe(machineSource('mch_2'));
});
