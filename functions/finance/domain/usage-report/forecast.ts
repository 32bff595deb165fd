/** A forecast month: the expected amount, and the bounds within which 8 of 10 such months fall. Integer minor units. */
export type ForecastAmount = { low: number; middle: number; high: number };

/** Amounts of the months to come; `months` is how many past ones they follow from, `errorPercent` how far such forecasts were off. */
export type Forecast = { ahead: ForecastAmount[]; months: number; errorPercent?: number };

/** With fewer months a line has too few points to know its own uncertainty. */
const LEAST_MONTHS = 6;

/** The 90 % quantile of Student's t distribution by degrees of freedom from 1, the last for more: bounds for 8 of 10. */
const T_90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356] as const;

type Line = { at(place: number): number; spread(place: number): number };

/** Fits a straight line by least squares to values at the places 0, 1, 2, …; `spread` is half of an 80 % prediction interval. */
const lineThrough = (values: readonly number[]): Line => {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  const slope = values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0) / squares;
  const at = (place: number): number => mean + slope * (place - middle);
  const freedom = count - 2;
  const deviation = Math.sqrt(values.reduce((sum, value, place) => sum + (value - at(place)) ** 2, 0) / freedom);
  const t = T_90[Math.min(freedom, T_90.length) - 1] ?? 0;
  return { at, spread: (place) => t * deviation * Math.sqrt(1 + 1 / count + (place - middle) ** 2 / squares) };
};

/** Returns the mean error, in percent, of the forecasts that would have been made for each known month from the months before it. */
const pastError = (values: readonly number[]): number | undefined => {
  const errors = values.flatMap((value, place) =>
    place < LEAST_MONTHS || value === 0
      ? []
      : [Math.abs(lineThrough(values.slice(0, place)).at(place) - value) / value],
  );
  if (errors.length === 0) return undefined;
  return (errors.reduce((sum, error) => sum + error, 0) / errors.length) * 100;
};

/**
 * Returns the forecast of the next months from consecutive past ones (minor units, the oldest first): a straight line through them, with
 * the interval in which 8 of 10 months are expected. It knows no seasons, which take years of data to learn. Undefined with fewer than
 * six months.
 */
export const forecast = (values: readonly number[], ahead: number): Forecast | undefined => {
  if (values.length < LEAST_MONTHS) return undefined;
  const line = lineThrough(values);
  const amounts = Array.from({ length: ahead }, (_, index) => {
    const place = values.length + index;
    const [middle, spread] = [line.at(place), line.spread(place)];
    const amountOf = (value: number): number => Math.max(0, Math.round(value));
    return { low: amountOf(middle - spread), middle: amountOf(middle), high: amountOf(middle + spread) };
  });
  const error = pastError(values);
  return {
    ahead: amounts,
    months: values.length,
    ...(error !== undefined && { errorPercent: Math.round(error * 10) / 10 }),
  };
};
