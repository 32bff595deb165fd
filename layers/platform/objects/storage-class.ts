/** The storage class of files that are stored for years and rarely read: a sixth of the price, with immediate access. */
export const RARE = 'GLACIER_IR' as const;
