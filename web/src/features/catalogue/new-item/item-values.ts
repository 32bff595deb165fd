import type { Defaults } from './templates.ts';

/** The values of a copy that a template may give, as they are typed: the price as money. */
export const valueFields = ['location', 'callNumber', 'category', 'price', 'note'] as const;
export type ValueField = (typeof valueFields)[number];
export type Values = Record<ValueField | 'branchId', string>;

export const noValues: Values = { branchId: '', location: '', callNumber: '', category: '', price: '', note: '' };

/** How many characters a value may have; a price is bounded by what it may be. */
export const mostOf: Record<ValueField, number> = {
  location: 200,
  callNumber: 200,
  category: 60,
  price: 12,
  note: 200,
};

/** What a template gives, as it is typed. Takes how a price is written. */
export const typedValues = (defaults: Defaults, typed: (minor: number) => string): Values => {
  const { price, ...rest } = defaults;
  return { ...noValues, ...rest, ...(price !== undefined && { price: typed(price) }) };
};

/** What was typed, without what was left empty; undefined when the price is no amount. Takes how a price is read. */
export const filledValues = (values: Values, minor: (text: string) => number | undefined): Defaults | undefined => {
  const { price, ...texts } = values;
  const filled = Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  if (price.trim() === '') return filled;
  const amount = minor(price);
  return amount === undefined ? undefined : { ...filled, price: amount };
};
