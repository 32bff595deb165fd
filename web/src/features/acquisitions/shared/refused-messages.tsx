import type { Answered } from '../../../api/current-user.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Refused = Answered<'acquisitions-load-invoices'>['refused'];

/** The messages of a file that are refused, each with its segment and the reason. */
export const RefusedMessages = ({ refused }: { refused: Refused }) => {
  const t = useTranslate();
  return refused.map((one) => (
    <li key={`${one.reference}-${one.segment}`} className="bad">
      {one.number ?? (one.reference === undefined ? t('file-refused.whole') : one.reference)}:{' '}
      {t(`file-refused.${one.code}`)}
      {one.segment !== undefined && ` ${t('file-refused.segment', { segment: one.segment })}`}
      {one.line !== undefined && ` ${t('file-refused.line', { line: one.line })}`}{' '}
      <span className="quiet" lang="en">
        {one.detail}
      </span>
    </li>
  ));
};
