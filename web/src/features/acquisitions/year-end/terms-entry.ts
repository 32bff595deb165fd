import type { RollOver, Terms } from './year-end.ts';

/** What becomes of a fund, as it is entered; empty is the usual. */
export type FundEntry = { to: string; carry: '' | Terms['carry'] };

/** The terms of a roll-over as they are entered. */
export type Entered = {
  to: string;
  allocation: 'copied' | 'none';
  allocationPercent: string;
  roundTo: string;
  carry: Terms['carry'];
  carryAs: Terms['carryAs'];
  orders: 'none' | NonNullable<Terms['basis']>;
  ordersPercent: string;
  makeFunds: boolean;
  except: string;
  funds: Record<string, FundEntry>;
};

/** A field of the terms that cannot be read. */
export type TermsFault = 'allocationPercent' | 'ordersPercent' | 'roundTo';

/** Reads a change in percent with at most two decimals, which may be below 0, in hundredths; empty is none. */
const changeOf = (text: string): number | undefined => {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  if (plain === '') return 0;
  const value = /^[+-]?\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
  return value !== undefined && value >= -10_000 ? value : undefined;
};

const changeText = (hundredths: number | undefined): string => (hundredths ? String(hundredths / 100) : '');

/** Returns the terms as they are entered at first: those of the last report, or the usual ones. */
export const enteredOf = (before: RollOver | undefined, to: string, typed: (minor: number) => string): Entered => {
  const terms = before?.terms;
  const funds = terms?.funds.map((one): [string, FundEntry] => [
    one.fund,
    { to: one.to ?? '', carry: one.carry ?? '' },
  ]);
  const roundTo = terms?.roundTo;
  return {
    ...{ to: terms?.to ?? to, carry: terms?.carry ?? 'none', carryAs: terms?.carryAs ?? 'transfer' },
    ...{
      allocation: terms && terms.allocation === undefined ? 'none' : 'copied',
      roundTo: roundTo === undefined ? '' : typed(roundTo),
    },
    allocationPercent: changeText(terms?.allocation),
    ...{
      orders: terms ? (terms.basis ?? 'none') : 'remaining',
      ordersPercent: changeText(terms?.change),
    },
    ...{ makeFunds: terms?.makeFunds ?? true, except: terms?.except.join(', ') ?? '' },
    funds: Object.fromEntries(funds ?? []),
  };
};

/** Returns the terms that were entered, or the field that cannot be read. */
export const termsOf = (entered: Entered, minor: (text: string) => number | undefined): Terms | TermsFault => {
  const [allocated, ordered] = [changeOf(entered.allocationPercent), changeOf(entered.ordersPercent)];
  const roundTo = entered.roundTo.trim() === '' ? undefined : minor(entered.roundTo);
  if (entered.allocation === 'copied' && allocated === undefined) return 'allocationPercent';
  if (entered.orders !== 'none' && ordered === undefined) return 'ordersPercent';
  if (entered.roundTo.trim() !== '' && !roundTo) return 'roundTo';
  const { to, carry, carryAs, makeFunds, orders } = entered;
  return {
    ...{ to, carry, carryAs, makeFunds },
    ...(entered.allocation === 'copied' && { allocation: allocated ?? 0, ...(roundTo && { roundTo }) }),
    ...(orders !== 'none' && { basis: orders }),
    change: orders === 'none' ? 0 : (ordered ?? 0),
    except: entered.except.split(/[\s,;]+/).filter(Boolean),
    funds: Object.entries(entered.funds).flatMap(([fund, one]) =>
      one.to === '' && one.carry === ''
        ? []
        : [{ fund, ...(one.to !== '' && { to: one.to }), ...(one.carry !== '' && { carry: one.carry }) }],
    ),
  };
};
