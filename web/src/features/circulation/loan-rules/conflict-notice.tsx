import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { OwnKind } from '../own-values/own-kinds.ts';
import { useOwnText } from '../own-values/use-own-text.ts';
import { valueText } from './outcome-text.ts';
import type { RuleDiffers } from './use-adopt-rule.ts';

/** Shows the values that other rules set differently from a change. */
export const ConflictNotice = ({
  error: { conflict, version },
  currency,
  own,
}: {
  error: RuleDiffers;
  currency: string;
  /** The policy in which a library sets the values itself, where these are not loan rules. */
  own?: OwnKind | undefined;
}) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, date } = useFormat();
  const of = { version: version.version, day: date(version.effectiveFrom) };
  const { value, theirs, isThere } = conflict;
  const ownText = useOwnText(own ?? 'blocks', currency);
  if (own && value !== undefined)
    return (
      <p className="notice notice-warn" role="alert">
        {t('own-values.conflict', {
          ...{ ...of, value: ownText.label(value) },
          theirs: ownText.text(value, typeof theirs === 'number' ? theirs : undefined),
        })}
      </p>
    );
  return (
    <div className="notice notice-warn" role="alert">
      <p>
        {value === undefined
          ? t(isThere ? 'loan-rules.conflict-exists' : 'loan-rules.conflict-gone', of)
          : t('loan-rules.conflict', {
              ...{ ...of, value: textOf('loan-rules.value', value) },
              theirs:
                theirs === undefined
                  ? t('loan-rules.not-set')
                  : valueText(t, (one) => money(one, currency), value, theirs),
            })}
      </p>
    </div>
  );
};
