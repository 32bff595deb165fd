import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Tier } from './prices.ts';

type Priced = { tiers: readonly Tier[]; per: number; currency: string };

const DIGITS = 12;

/** A price by tier, with as many decimals as needed. */
export const Tiers = ({ tiers, per, currency }: Priced) => {
  const t = useTranslate();
  const { number, amount } = useFormat();
  const shown = (price: string): string => {
    const [, decimals = ''] = price.split('.');
    return amount(price, currency, Math.min(DIGITS, Math.max(2, decimals.length)));
  };
  return (
    <ul className="price-tiers">
      {tiers.map(({ upTo, price }) => (
        <li key={upTo ?? 'rest'}>
          {t('prices.per', { price: shown(price), per: number(per) })}
          {upTo !== undefined && <span className="quiet"> {t('prices.up-to', { count: number(upTo) })}</span>}
        </li>
      ))}
    </ul>
  );
};
