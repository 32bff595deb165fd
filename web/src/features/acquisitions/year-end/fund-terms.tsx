import { NativeSelect } from '@mantine/core';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Fund } from '../funds/funds.ts';
import type { FundEntry } from './terms-entry.ts';

const carries = ['none', 'available', 'cash'] as const;

type Props = {
  funds: readonly Fund[];
  next: readonly Fund[];
  entered: Record<string, FundEntry>;
  change: (funds: Record<string, FundEntry>) => void;
};

/** Which fund follows each one, and what of it is carried, where it is not as for the others. */
export const FundTerms = ({ funds, next, entered, change }: Props) => {
  const t = useTranslate();
  const codes = [...new Set([...funds, ...next].map(({ code }) => code))];
  return (
    <details>
      <summary>{t('rollover.funds-apart')}</summary>
      <ScrollTable name={t('rollover.funds-apart')}>
        <thead>
          <tr>
            <th scope="col">{t('rollover.fund')}</th>
            <th scope="col">{t('rollover.successor')}</th>
            <th scope="col">{t('rollover.carried-of')}</th>
          </tr>
        </thead>
        <tbody>
          {funds.map(({ code, name }) => {
            const one = entered[code] ?? { to: '', carry: '' };
            const set = (over: Partial<FundEntry>): void => change({ ...entered, [code]: { ...one, ...over } });
            return (
              <tr key={code}>
                <th scope="row">
                  {name} <span className="quiet">{code}</span>
                </th>
                <td>
                  <NativeSelect
                    size="sm"
                    aria-label={t('rollover.successor-of', { fund: name })}
                    value={one.to}
                    data={[
                      { value: '', label: t('rollover.same-code') },
                      ...codes.filter((other) => other !== code).map((value) => ({ value, label: value })),
                    ]}
                    onChange={({ currentTarget: { value } }) => set({ to: value })}
                  />
                </td>
                <td>
                  <NativeSelect
                    size="sm"
                    aria-label={t('rollover.carried-of-fund', { fund: name })}
                    value={one.carry}
                    data={[
                      { value: '', label: t('rollover.as-others') },
                      ...carries.map((value) => ({ value, label: t(`rollover-carry.${value}`) })),
                    ]}
                    onChange={({ currentTarget: { value } }) =>
                      set({ carry: carries.find((kind) => kind === value) ?? '' })
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </details>
  );
};
