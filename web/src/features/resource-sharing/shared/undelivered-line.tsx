import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './requests.ts';

/** The causes that the start of the stored text distinguishes, the first that matches; other causes have their text only. */
const CAUSES = [
  [/^Answered 40[13]\b/, 'sign-in'],
  [/^Answered (408|429|5\d\d)\b/, 'busy'],
  [/^(Answered|too-large)\b/, 'no-answer'],
  [/^(timed-out|unreachable)\b/, 'unreachable'],
  [/^(bad-url|address-refused|redirected)\b/, 'address'],
  [/^The partner refuses\b/, 'refused'],
  [/^We have no symbol\b/, 'no-symbol'],
] as const;

/** The message that has not reached the partner, and why, with the text of the attempt; nothing when all have. */
export const UndeliveredLine = ({ row: { undelivered } }: { row: Pick<Row, 'undelivered'> }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  if (!undelivered) return null;
  const { message = 'answer', error } = undelivered;
  const status = /^Answered (\d{3})\b/.exec(error)?.[1];
  const cause = CAUSES.find(([begins]) => begins.test(error))?.[1];
  return (
    <p className="bad">
      {t('loans.undelivered', { message: textOf('undelivered-message', message) })}{' '}
      {cause !== undefined && `${textOf('undelivered-why', cause, '')} `}
      {status === undefined ? (
        <span className="quiet" lang="en">
          {error}
        </span>
      ) : (
        <span className="quiet">{t('loans.answer-status', { status })}</span>
      )}
    </p>
  );
};
