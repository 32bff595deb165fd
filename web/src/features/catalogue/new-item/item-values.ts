import type { Defaults } from './templates.ts';

/** The item values that a template may set, as text; the price as money. */
export const valueFields = ['location', 'callNumber', 'category', 'price', 'note'] as const;
export type ValueField = (typeof valueFields)[number];
export type Values = Record<ValueField | 'branchId', string>;

export const noValues: Values = { branchId: '', location: '', callNumber: '', category: '', price: '', note: '' };

/** The maximum number of characters of a value; the price has its own limit. */
export const mostOf: Record<ValueField, number> = {
  location: 200,
  callNumber: 200,
  category: 60,
  price: 12,
  note: 200,
};

/** Returns a template's values as text. Takes the function that formats a price. */
export const typedValues = (defaults: Defaults, typed: (minor: number) => string): Values => {
  const { price, ...rest } = defaults;
  return { ...noValues, ...rest, ...(price !== undefined && { price: typed(price) }) };
};

/** Returns the values that are not empty; undefined when the price is not an amount. Takes the function that parses a price. */
export const filledValues = (values: Values, minor: (text: string) => number | undefined): Defaults | undefined => {
  const { price, ...texts } = values;
  const filled = Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  if (price.trim() === '') return filled;
  const amount = minor(price);
  return amount === undefined ? undefined : { ...filled, price: amount };
};
