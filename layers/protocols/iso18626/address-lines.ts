import type { MessageOf } from './schemas.ts';

type Address = NonNullable<NonNullable<MessageOf<'request'>['requestedDeliveryInfo']>[number]['address']>;

/** Writes the lines of an address in the elements of ISO 18626: two lines, and all others joined with the town. */
export const physicalAddressOf = (lines: readonly string[]): NonNullable<Address['physicalAddress']> => {
  const [line1, ...rest] = lines;
  const town = rest.at(-1);
  const between = rest.slice(0, -1).join(', ');
  return {
    ...(line1 !== undefined && { line1 }),
    ...(between !== '' && { line2: between }),
    ...(town !== undefined && { locality: town }),
  };
};

/** An e-mail address as ISO 18626 has it. */
export const emailAddressOf = (email: string): NonNullable<Address['electronicAddress']> => ({
  electronicAddressType: { value: 'Email' },
  electronicAddressData: email,
});
