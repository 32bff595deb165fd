import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useMessages } from './messages.tsx';

/** The number of messages beside the steps; the log has all of them. */
const MOST = 3;

/**
 * The partner's latest messages that the workflow could not process (a late answer, a claim for an item not sent), with the reason: they
 * changed nothing, and staff must know of them.
 */
export const StalledNotice = ({ requestId }: { requestId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { data } = useMessages(requestId);
  const refused = (data?.pages ?? [])
    .flatMap(({ messages }) => messages)
    .filter(({ direction, state }) => direction === 'in' && state === 'refused')
    .slice(-MOST);
  if (refused.length === 0) return null;
  return (
    <section aria-labelledby="stalled" className="notice notice-warn">
      <div>
        <h2 id="stalled" className="notice-title">
          {t('partner-message.unmoved')}
        </h2>
        <ul>
          {refused.map(({ messageId, at, summary: label, why }) => (
            <li key={`${messageId} ${at}`}>
              <time dateTime={at}>{time(at)}</time>: <span lang="en">{label}</span>
              {why && (
                <span className="quiet"> · {textOf('partner-message-why', why, textOf('problem', why, why))}</span>
              )}
            </li>
          ))}
        </ul>
        <a href="#messages">{t('partner-message.see-all')}</a>
      </div>
    </section>
  );
};
