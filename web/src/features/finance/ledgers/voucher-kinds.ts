/** A kind of voucher with its face value in minor units. */
export type Kind = { voucher: string; value: number; currency: string };
/** A number of vouchers of one kind. */
export type Count = { voucher: string; count: number };

/** IFLA's two vouchers, the API's default where a consortium has adopted none (tested against the API). */
export const IFLA: readonly Kind[] = [
  { voucher: 'ifla-whole', value: 800, currency: 'EUR' },
  { voucher: 'ifla-half', value: 400, currency: 'EUR' },
];
