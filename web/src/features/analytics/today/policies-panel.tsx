import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The adopted policies that are not in force yet. */
export const PoliciesPanel = ({ policies }: { policies: NonNullable<Today['policies']> }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="policies"
      title={t('today.policies')}
      count={policies.length}
      isEmpty={policies.length === 0}
      empty={t('today.policies-none')}
    >
      <ul className="today-rows">
        {policies.map(({ kind, version, from }) => (
          <li key={`${kind} ${version}`} className="today-row">
            <div>
              <strong>{textOf('today.policy', kind)}</strong>
              <p className="today-under">{t('today.version', { version })}</p>
            </div>
            <span className="today-end">{t('today.from', { day: date(from) })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
