import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../../api/client.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice, Waiting } from '../../../../components/states.tsx';
import { useReasonText } from '../../../../components/use-reason-texts.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { PatronLoan } from '../../../circulation/desk/use-patron-view.ts';

type Why = { loan: PatronLoan; title: string; branchId: string; close: () => void };

/** Why a loan can or cannot be renewed now: every refusal, the new due date, and the rules that decide. */
export const WhyDialog = ({ loan, title, branchId, close }: Why) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const reasonText = useReasonText();
  const { date } = useFormat();
  const { data, error } = useQuery({
    queryKey: ['why-renewal', loan.loanId, branchId],
    queryFn: () =>
      take(api.POST('/v1/circulation/renewal-explanations', { body: { branchId, item: loan.itemId || loan.barcode } })),
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog title={t('patron.why-title', { title })} close={close}>
      {error && <FailedNotice thrown={error} />}
      {!data && !error && <Waiting rows={2} height={40} />}
      {data && (
        <div className="stack">
          <p className={data.allowed ? 'good' : 'bad'}>
            {data.allowed && data.explain.due
              ? t('patron.why-until', { date: date(data.explain.due.due) })
              : t(data.allowed ? 'patron.why-allowed' : 'patron.why-refused')}
          </p>
          <ul className="reasons">
            {data.refused.map(({ code, detail, params = {}, overridable }) => (
              <li key={code}>
                {reasonText({ code, detail, pointer: '', params })}
                {overridable && ` ${t('patron.overridable')}`}
              </li>
            ))}
          </ul>
          {(data.explain.values ?? []).length > 0 && (
            <details>
              <summary>{t('patron.why-rules')}</summary>
              <dl className="facts">
                {data.explain.values?.map(({ value, ruleId }) => (
                  <div key={value} className="fact">
                    <dt>{textOf('rule-value', value)}</dt>
                    <dd>{ruleId ?? t('patron.why-default')}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </div>
      )}
    </Dialog>
  );
};
