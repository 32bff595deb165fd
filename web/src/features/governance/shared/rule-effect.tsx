import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { effectTexts, type Replayed } from './effect.ts';

type Given = { replayed: Replayed };

/** The numbers of each library, where any rule changes something. */
const ByLibrary = ({ replayed: { effect } }: Given) => {
  const t = useTranslate();
  const { number, money } = useFormat();
  const { memberName } = useDirectory();
  const { members, currency } = effect;
  const rows = members.filter(
    ({ newlyRefused, newlyAllowed, longer, shorter, fines }) =>
      newlyRefused + newlyAllowed + longer + shorter > 0 || fines.before !== fines.after,
  );
  if (rows.length === 0) return undefined;
  const hasFines = rows.some(({ fines }) => fines.before !== fines.after);
  const hasPeriods = rows.some(({ longer, shorter }) => longer + shorter > 0);
  return (
    <ScrollTable name={t('effect.by-library')}>
      <thead>
        <tr>
          <th scope="col">{t('effect.library')}</th>
          <th scope="col" className="num">
            {t('effect.decisions')}
          </th>
          <th scope="col" className="num">
            {t('effect.refused')}
          </th>
          <th scope="col" className="num">
            {t('effect.allowed')}
          </th>
          {hasPeriods && (
            <th scope="col" className="num">
              {t('effect.periods')}
            </th>
          )}
          {hasFines && (
            <th scope="col" className="num">
              {t('effect.fines-heading')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ memberId, decisions, newlyRefused, newlyAllowed, longer, shorter, fines }) => (
          <tr key={memberId}>
            <th scope="row">{memberName(memberId)}</th>
            <td className="num">{number(decisions)}</td>
            <td className="num">{number(newlyRefused)}</td>
            <td className="num">{number(newlyAllowed)}</td>
            {hasPeriods && (
              <td className="num">
                {number(longer)} / {number(shorter)}
              </td>
            )}
            {hasFines && (
              <td className="num">
                {money(fines.before, currency)} → {money(fines.after, currency)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** What other rules would have made of logged decisions: in sentences, by library, and how exact that is. */
export const RuleEffect = ({ replayed }: Given) => {
  const t = useTranslate();
  const format = useFormat();
  const { memberName } = useDirectory();
  const { firstDay, lastDay, isWhole, effect } = replayed;
  if (firstDay === undefined || lastDay === undefined) return <p>{t('effect.no-log')}</p>;
  const unknown = effect.unknown.reduce((sum, { decisions }) => sum + decisions, 0);
  return (
    <div className="stack">
      <p>
        {t('effect.window', {
          ...{ from: format.date(firstDay), to: format.date(lastDay) },
          ...{ decisions: effect.decisions, returns: effect.returns.judged, refused: effect.refused },
        })}
      </p>
      <ul className="vote-conditions">
        {effectTexts({ t, format, memberName }, replayed).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ByLibrary replayed={replayed} />
      <details>
        <summary>{t('effect.exactness')}</summary>
        <ul className="vote-conditions">
          <li>{t('effect.alone')}</li>
          <li>{t('effect.returns-exact')}</li>
          <li>{t('effect.holds-exact')}</li>
          {!isWhole && <li>{t('effect.not-whole')}</li>}
          {unknown > 0 && (
            <li>
              {t('effect.unknown', {
                count: unknown,
                reasons: effect.unknown
                  .map(({ reason, decisions }) => `${t(`effect-unknown.${reason}`)} (${format.number(decisions)})`)
                  .join(', '),
              })}
            </li>
          )}
        </ul>
      </details>
    </div>
  );
};
