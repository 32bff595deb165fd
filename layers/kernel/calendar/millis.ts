/** Returns the epoch milliseconds of an ISO instant, so that instants with different precision can be compared. */
export const millis = (at: string): number => {
  const value = Date.parse(at);
  if (Number.isNaN(value)) throw new RangeError(`not an instant: ${at}`);
  return value;
};
