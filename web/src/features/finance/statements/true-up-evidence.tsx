import { Link } from '@tanstack/react-router';
import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Packs } from '../shared/true-up-parts.tsx';
import { readable } from '../shared/workbench.ts';
import '../shared/workbench.css';
import type { Line } from './statement.ts';

type TrueUp = Extract<Line['evidence'], { kind: 'true-up' }>;

/** The evidence of a true-up line: the year's cost, the billed amount, the scenario, and the packs with their seals. */
export const TrueUpEvidence = ({ evidence, currency }: { evidence: TrueUp; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { year, reference, cost, costs, actual, billed, toBill, invoices, packs } = evidence;
  return (
    <>
      <dl className="facts">
        <Fact name={t('evidence.year')}>{String(year)}</Fact>
        <Fact name={t('true-up.platform-cost', { name: readable(cost) })}>{money(costs[cost] ?? 0, currency)}</Fact>
        <Fact name={t('true-up.actual')}>{money(actual, currency)}</Fact>
        <Fact name={t('true-up.billed')}>{money(billed, currency)}</Fact>
        <Fact name={t('true-up.toBill')}>{toBill && money(toBill, currency)}</Fact>
        <Fact name={t('evidence.adopted-by')}>
          <Link to="/workbench/$scenarioId" params={{ scenarioId: reference }}>
            {reference}
          </Link>
        </Fact>
        <Fact name={t('evidence.corrects')}>{invoices.join(', ')}</Fact>
      </dl>
      <Packs packs={packs} />
    </>
  );
};
