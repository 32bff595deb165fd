import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type Detail = Readonly<Record<string, unknown>>;

/** Check values of files and versions say nothing to a reader. */
const HIDDEN = ['seal', 'sha256'];
const isInstant = /^\d{4}-\d{2}-\d{2}T/;

const isDetail = (value: unknown): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a name of the code with spaces: `decisionReference` is `decision reference`. */
const spacedName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Returns a function that describes the details of an entry. `names`: people by their ids. */
export const useDetailText = (names: Readonly<Record<string, string>>): ((detail: Detail) => string) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, time } = useFormat();
  const { branchName, memberName } = useDirectory();
  const named = (key: string, value: string): string => {
    if (names[value] !== undefined) return names[value];
    if (isInstant.test(value)) return time(value);
    if (key === 'memberId' || key === 'member')
      return value === 'consortium' ? t('audit.consortium') : memberName(value);
    if (key === 'branchId' || key === 'branch') return branchName(value);
    if (key === 'role') return textOf('role', value);
    return key === 'scope' ? textOf('audit-scope', value) : textOf('audit-value', value);
  };
  const valueText = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => valueText(key, one)).join(', ');
    if (isDetail(value)) return textIn(value);
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    return typeof value === 'string' ? named(key, value) : String(value);
  };
  const textIn = (detail: Detail): string => {
    const { amount, currency, ...rest } = detail;
    const isSum = typeof amount === 'number' && typeof currency === 'string';
    const sum = isSum ? [`${textOf('audit-key', 'amount')}: ${money(amount, currency)}`] : [];
    return [
      ...sum,
      ...Object.entries(isSum ? rest : detail)
        .filter(([key, value]) => value !== undefined && value !== null && value !== '' && !HIDDEN.includes(key))
        .map(([key, value]) => `${textOf('audit-key', key, spacedName(key))}: ${valueText(key, value)}`),
    ].join('; ');
  };
  return textIn;
};
