import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { codeName } from '../../../components/code-name.ts';
import { Panel } from '../../../components/panel.tsx';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Exception, type Granted, grantedAt } from './exceptions.ts';
import { useExceptionText } from './use-exception-text.ts';

const Decision = ({ exception: { decidedIn }, by: { proposalId, decisionReference } }: Granted) => {
  const t = useTranslate();
  if (decidedIn)
    return (
      <Link to="/bodies/$bodyId/$meetingId" params={{ bodyId: decidedIn.bodyId, meetingId: decidedIn.meetingId }}>
        {t('exceptions.decision', { decision: decisionReference })}
      </Link>
    );
  const text = t('exceptions.decision', { decision: decisionReference });
  return proposalId === undefined ? (
    <span>{text}</span>
  ) : (
    <Link to="/proposals/$proposalId" params={{ proposalId }}>
      {text}
    </Link>
  );
};

/** The exceptions of libraries from the rules of a page that apply today, each with its decision; nothing where there are none. */
export const GrantedExceptions = ({ from }: { from: Exception['kind'] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const text = useExceptionText();
  const { data: versions = [] } = usePolicyVersions('exceptions', true);
  const granted = grantedAt(versions, new Date()).filter(({ exception }) => exception.kind === from);
  if (granted.length === 0) return null;
  const scope = ({ itemCategory, patronCategory }: Exception): string =>
    [...(itemCategory ? [codeName(itemCategory)] : []), ...(patronCategory ? [codeName(patronCategory)] : [])].join(
      ', ',
    );
  return (
    <Panel title={t('exceptions.title')}>
      <ul>
        {granted.map(({ exception, by }) => {
          const name = `${exception.kind} ${exception.value}`;
          const of = scope(exception);
          return (
            <li key={exception.id}>
              <strong>{memberName(exception.memberId)}</strong>{' '}
              {t('exceptions.sets', {
                value: of === '' ? text.label(name) : `${text.label(name)} (${of})`,
                amount: text.amount(name, exception.amount),
                day: date(exception.untilDay),
              })}{' '}
              <span className="quiet">{exception.reason}</span> <Decision {...{ exception, by }} />
            </li>
          );
        })}
      </ul>
      <p>
        <Link to="/exceptions">{t('exceptions.all')}</Link>
      </p>
    </Panel>
  );
};
