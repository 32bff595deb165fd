import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { isOwnAmount, type OwnBound, type OwnKind, ownNames } from './own-kinds.ts';

/** Returns a function that names a value as people read it. */
export const useOwnLabel = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (value: string): string => {
    const known = Object.values(ownNames)
      .flat()
      .find((one) => one === value);
    return known ? t(`own-values.value.${known}`) : textOf('fees.fee', value, value.replaceAll('-', ' '));
  };
};

/** Returns functions that write the values which libraries set themselves, and their bounds. */
export const useOwnText = (kind: OwnKind, currency: string) => {
  const t = useTranslate();
  const label = useOwnLabel();
  const { money, number } = useFormat();
  const text = (value: string, is: number | undefined): string => {
    if (is === undefined) return t('own-values.none');
    return isOwnAmount(kind, value) ? money(is, currency) : number(is);
  };
  /** Returns the floor and ceiling of a value in words; empty where it has none. */
  const boundText = ({ value, min, max }: OwnBound): string => {
    if (min === undefined && max === undefined) return t('own-values.free');
    if (max === undefined) return t('own-values.from', { min: text(value, min) });
    return min === undefined
      ? t('own-values.up-to', { max: text(value, max) })
      : t('own-values.between', { min: text(value, min), max: text(value, max) });
  };
  return { label, text, boundText };
};
