import { addressSource, machineSource } from './source.ts';

test.each([
  ['192.0.2.7', 'address 192.0.2.7'],
  ['::ffff:192.0.2.7', 'address 192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', 'address 2001:db8:1:2'],
  ['2001:db8::1', 'address 2001:db8:0:0'],
  ['::1', 'address 0:0:0:0'],
])('the source of %s is %s: one connection has a whole network of IPv6 addresses', (address, source) => {
  expect(addressSource(address)).toBe(source);
});

test('a machine is no address', () => {
  expect(machineSource('192.0.2.7')).not.toBe(addressSource('192.0.2.7'));
});
