import { Panel } from '../../../components/panel.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { codeName } from './code-name.ts';
import type { LoanRules } from './use-loan-rules.ts';

/** Which rule wins, by the deciders in force, and the limits that no rule leaves. */
export const Precedence = ({ rules: { deciders, bounds } }: { rules: LoanRules }) => {
  const t = useTranslate();
  const textOf = useTextOf();
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
              {itemCategory !== '' && ` (${codeName(itemCategory)})`}: {min ?? 0} – {max ?? '∞'}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
};
