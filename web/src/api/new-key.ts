/** Returns a new idempotency key: an unsafe call repeated with the same key has one effect. */
export const newKey = (): string => crypto.randomUUID();
