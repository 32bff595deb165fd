import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Paper } from './desk-types.ts';

const nameOf = (paper: Paper): string => {
  if (paper.kind === 'slip') return paper.row.item?.title ?? paper.row.scan;
  const { given, family } = paper.patron.name;
  return [given, family].filter(Boolean).join(' ');
};

/** The last slips and receipts of this desk, each to be printed again. */
export const EarlierPapers = ({ papers, again }: { papers: readonly Paper[]; again: (key: string) => void }) => {
  const t = useTranslate();
  const { time } = useFormat();
  return (
    <details className="card key-help">
      <summary>{t('paper.earlier', { count: papers.length })}</summary>
      <ul className="earlier-papers">
        {papers.toReversed().map((paper) => (
          <li key={paper.key}>
            <span>
              {t(paper.kind === 'slip' ? 'paper.slip' : 'paper.receipt')} · {nameOf(paper)}{' '}
              <span className="quiet">{time(paper.at)}</span>
            </span>
            <button
              type="button"
              className="text-button"
              aria-label={t('paper.again-one', { name: nameOf(paper) })}
              onClick={() => again(paper.key)}
            >
              {t('paper.again')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
