import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import '../../../components/data-table.css';
import { Dialog } from '../../../components/dialog.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { WhyAsked, WhyRefused } from './why.ts';
import { WhyRules } from './why-rules.tsx';

const explain = async (ask: WhyAsked) => {
  if (ask.of === 'check-out') return take(api.POST('/v1/circulation/check-out-explanations', { body: ask.body }));
  if (ask.of === 'renewal') return take(api.POST('/v1/circulation/renewal-explanations', { body: ask.body }));
  return take(api.POST('/v1/circulation/hold-explanations', { body: ask.body }));
};
type Explanation = Awaited<ReturnType<typeof explain>>;
type RuleValue = NonNullable<Explanation['explain']['values']>[number];

/** Which rule gave each value, and how many rules were compared. */
const Rules = ({ values }: { values: readonly RuleValue[] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { memberName } = useDirectory();
  const { date } = useFormat();
  const shown = values.filter(({ value }) => textOf('rule-value', value, '') !== '');
  if (shown.length === 0) return null;
  const decider = (id: string): string => (id === 'consortium' ? t('why.consortium') : memberName(id));
  return (
    <ScrollTable name={t('why.rules')}>
      <thead>
        <tr>
          <th scope="col">{t('why.value')}</th>
          <th scope="col">{t('why.rule')}</th>
          <th scope="col">{t('why.decided-by')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ value, ruleId, decider: by, considered, held, exception }) => (
          <tr key={value}>
            <th scope="row">{textOf('rule-value', value)}</th>
            <td>
              {exception ? (
                <Link to="/exceptions">
                  {t('why.exception', { library: memberName(exception.memberId), day: date(exception.untilDay) })}
                </Link>
              ) : ruleId === 'base' ? (
                t('why.base')
              ) : (
                ruleId
              )}
              {considered.length > 1 && (
                <span className="data-second">{t('why.before', { count: considered.length - 1 })}</span>
              )}
              {held && <span className="data-second">{t('why.limited', { to: held.to })}</span>}
            </td>
            <td>{decider(by)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Body = ({ of: { allowed, refused, explain: explained }, isDone }: { of: Explanation; isDone: boolean }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const reasonText = useReasonText();
  const { time } = useFormat();
  const { due, values = [], policyVersion, checks } = explained;
  const passed = checks.filter((check) => check.passed).length;
  return (
    <div className="stack">
      {!isDone && (
        <p>
          <Badge tone={allowed ? 'good' : 'bad'} icon={allowed ? 'yes' : 'no'}>
            {t(allowed ? 'why.allowed' : 'why.refused')}
          </Badge>
        </p>
      )}
      {!isDone && refused.length > 0 && (
        <ul className="reasons">
          {refused.map((reason) => (
            <li key={reason.code}>
              {reasonText({ ...reason, pointer: '', params: reason.params ?? {} })}{' '}
              {reason.overridable && <span className="quiet">{t('why.overridable')}</span>}
            </li>
          ))}
        </ul>
      )}
      {due && !isDone && (
        <p>
          {t('why.due', { time: time(due.due) })}
          {due.moved.length > 0 && ` ${due.moved.map((why) => textOf('due-moved', why)).join(' ')}`}
        </p>
      )}
      <Rules values={values} />
      <p className="quiet">
        {t('why.checks', { passed, count: checks.length })}
        {policyVersion !== undefined && ` ${t('why.version', { version: policyVersion })}`}
      </p>
    </div>
  );
};

/** Explains a decision: allowed or not and why, the due date, and the rule behind each value. */
export const WhyText = ({ ask }: { ask: WhyAsked }) => {
  const { data, error, refetch } = useQuery({ queryKey: ['why', ask], queryFn: () => explain(ask), gcTime: 0 });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return data ? <Body of={data} isDone={ask.isDone === true} /> : <Waiting rows={3} height={40} />;
};

/** The explanation of a decision in a dialog. */
export const DecisionDialog = ({ ask, close }: { ask: WhyAsked | WhyRefused; close: () => void }) => {
  const t = useTranslate();
  return (
    <Dialog title={t(`why.title-${ask.of}`)} close={close} size="lg">
      {'reasons' in ask ? <WhyRules ask={ask} /> : <WhyText ask={ask} />}
    </Dialog>
  );
};
