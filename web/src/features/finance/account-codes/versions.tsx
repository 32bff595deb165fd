import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Codes, Version } from './codes.ts';

/** All versions of a member's codes, newest first: effective date, author and content. */
export const Versions = ({ versions, names }: Pick<Codes, 'versions' | 'names'>) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, time } = useFormat();
  const nameOf = (kind: string): string => (kind === 'payable' ? t('codes.payable') : textOf('block', kind));
  const pair = ({ account, costCentre }: Version['default']): string =>
    [account, costCentre].filter((code) => code !== undefined).join(' / ');
  return (
    <ScrollTable name={t('codes.versions')}>
      <thead>
        <tr>
          <th scope="col">{t('codes.version')}</th>
          <th scope="col">{t('codes.effective-from')}</th>
          <th scope="col">{t('codes.by-kind')}</th>
          <th scope="col">{t('codes.orders')}</th>
          <th scope="col">{t('codes.set-by')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, effectiveFrom, default: every, kinds, purchaseOrders, changed }) => (
          <tr key={version}>
            <th scope="row">{version}</th>
            <td>{date(effectiveFrom)}</td>
            <td>
              <ul className="plain-list">
                {pair(every) !== '' && <li>{`${t('codes.default')}: ${pair(every)}`}</li>}
                {Object.entries(kinds).map(([kind, codes]) => (
                  <li key={kind}>{`${nameOf(kind)}: ${pair(codes)}`}</li>
                ))}
              </ul>
            </td>
            <td>
              <ul className="plain-list">
                {purchaseOrders.map(({ number, from, to, kinds: only }) => (
                  <li key={`${number} ${from} ${only?.join()}`}>
                    {`${number} (${from} – ${to})${only ? `: ${only.map(nameOf).join(', ')}` : ''}`}
                  </li>
                ))}
              </ul>
            </td>
            <td>{`${time(changed.at)}, ${staffName(changed.by, names)}`}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
