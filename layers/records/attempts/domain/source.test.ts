import { addressSources, machineSource } from './source.ts';

test.each([
  ['192.0.2.7', 'address 192.0.2.7'],
  ['::ffff:192.0.2.7', 'address 192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', 'address 2001:db8:1:2'],
  ['2001:db8::1', 'address 2001:db8:0:0'],
  ['::1', 'address 0:0:0:0'],
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

test('a machine is no address', () => {
  expect(machineSource('192.0.2.7')).not.toBe(addressSources('192.0.2.7').source);
});
