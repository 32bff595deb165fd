const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Returns the first four groups of an IPv6 address, which its provider assigns to one connection as a whole. */
const prefixOf = (address: string): string => {
  const [left = '', right] = address.toLowerCase().split('::');
  const [head, tail] = [left, right ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = right === undefined ? 0 : 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  const groups = [...(head ?? []), ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...(tail ?? [])];
  const first = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return first.join(':');
};

/** Returns the source of attempts by an internet address: IPv4 as it is, IPv6 by its network of 64 bits, which one connection owns. */
export const addressSource = (address: string): string => {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  return `address ${plain.includes(':') ? prefixOf(plain) : plain}`;
};

/** Returns the source of attempts at a machine client, such as a self-check. */
export const machineSource = (clientId: string): string => `machine ${clientId}`;
