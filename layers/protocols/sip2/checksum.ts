/**
 * Returns the checksum of a SIP2 message (3M SIP2 2.00, "Error detection"): the two's complement of the sum of its bytes up to and
 * including the field code `AZ`, as four hexadecimal digits.
 */
export const checksumOf = (bytes: Uint8Array): string => {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return (-sum & 0xffff).toString(16).toUpperCase().padStart(4, '0');
};
