const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** The groups of an IPv6 address that a connection's network has, and those of the network that a customer may get from a provider. */
const [CONNECTION_GROUPS, CUSTOMER_GROUPS] = [4, 3];

/** From where an attempt comes: the source, and the wider network of an IPv6 address. */
export type Sources = { source: string; network?: string };

const prefixOf = (address: string, groupCount: number): string => {
  const parts = address.toLowerCase().split('::');
  const [head = [], tail = []] = parts.map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const first = [...head, ...zeros, ...tail].slice(0, groupCount);
  return first.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
};

/**
 * Returns the sources of attempts by an internet address. IPv4 is taken as it is. IPv6 counts by its network of 64 bits, which one
 * connection has, and by that of 48 bits: a customer with one of those has 65,536 of the smaller ones.
 */
export const addressSources = (address: string): Sources => {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  if (!plain.includes(':')) return { source: `address ${plain}` };
  return {
    source: `address ${prefixOf(plain, CONNECTION_GROUPS)}`,
    network: `network ${prefixOf(plain, CUSTOMER_GROUPS)}`,
  };
};

/** Returns the source of attempts at a machine client, such as a self-check. */
export const machineSource = (clientId: string): string => `machine ${clientId}`;
