/** A kind of voucher with its face value in minor units. */
export type Kind = { voucher: string; value: number; currency: string };
/** So many of a kind. */
export type Count = { voucher: string; count: number };

/** IFLA's own two, which hold where a consortium has adopted none (the API's default; tested against it). */
export const IFLA: readonly Kind[] = [
  { voucher: 'ifla-whole', value: 800, currency: 'EUR' },
  { voucher: 'ifla-half', value: 400, currency: 'EUR' },
];
