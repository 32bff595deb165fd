import { codeName } from '../../../components/code-name.ts';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { LoanRules } from './use-loan-rules.ts';

const AMOUNTS = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'damageCharge'];

/** Which rule wins, by the deciders in force, and the limits that no rule leaves. */
export const Precedence = ({ rules: { deciders, bounds, currency } }: { rules: LoanRules }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, number } = useFormat();
  const shown = (value: string, most: number): string =>
    AMOUNTS.includes(value) ? money(most, currency) : number(most);
  const boundText = (value: string, min: number | undefined, max: number | undefined): string => {
    if (min === undefined) return t('loan-rules.up-to', { most: shown(value, max ?? 0) });
    if (max === undefined) return t('loan-rules.at-least', { least: shown(value, min) });
    return t('loan-rules.between', { least: shown(value, min), most: shown(value, max) });
  };
  const kinds = ['lending', 'fines', 'lost', 'shelf'] as const;
  return (
    <div className="rule-foot">
      <Panel title={t('loan-rules.which-wins')}>
        <p>{t('loan-rules.which-wins-meaning')}</p>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>{t(`loan-rules.decides-${kind}`, { who: t(`loan-rules.decider-${deciders[kind]}`) })}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('loan-rules.bounds')}>
        {bounds.length === 0 && <p className="quiet">{t('loan-rules.no-bounds')}</p>}
        <ul>
          {bounds.map(({ value, itemCategory = '', min, max }) => (
            <li key={`${value} ${itemCategory}`}>
              {textOf('loan-rules.bound', value)}
              {itemCategory !== '' && ` (${codeName(itemCategory)})`}: {boundText(value, min, max)}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
};
