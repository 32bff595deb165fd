import { Checkbox } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { paramsOf } from '../../../api/problem.ts';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './ways.css';
import { choosable, goesOnTo, type Way } from './ways.ts';

/** Describes a supply option in one line: date, cost and obstacles. */
const useAbout = (): ((way: Way) => string) => {
  const t = useTranslate();
  const { date, money } = useFormat();
  const { members, memberName } = useDirectory();
  return ({ way, by, late, waits, cost, asks }) =>
    [
      by !== undefined && t('way.by', { date: date(by) }),
      late && t('way.late'),
      waits && t('way.waits'),
      cost ? t('way.cost', { cost: money(cost.amount, cost.currency) }) : way !== 'hold' && t('way.free'),
      // Which partner is asked concerns the library only; a member is named, because patrons know it.
      asks !== undefined &&
        members.some(({ memberId }) => memberId === asks) &&
        t('way.asks', { library: memberName(asks) }),
    ]
      .filter(Boolean)
      .join(' · ');
};

const Closed = ({ ways }: { ways: readonly Way[] }) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const closed = ways.filter(({ open }) => !open);
  if (closed.length === 0) return null;
  return (
    <details>
      <summary>{t('way.closed')}</summary>
      <ul className="ways-closed">
        {closed.map(({ way, closed: why }) => (
          <li key={way}>
            {t(`way.${way}`)}:{' '}
            {[
              ...new Set(
                why.map(({ code, detail, params }) =>
                  reasonText({ code, detail, pointer: '', params: paramsOf(params) }),
                ),
              ),
            ].join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
};

export type Chosen = { way: Way['way']; alsoOutside: boolean };
type Choice = { ways: readonly Way[]; chosen: Chosen; onChoose: (chosen: Chosen) => void };

/** The supply options, the suggested one preselected: each with date and cost; below, why others are unavailable. */
export const WayChoice = ({ ways, chosen, onChoose }: Choice) => {
  const t = useTranslate();
  const about = useAbout();
  const open = choosable(ways);
  const outside = goesOnTo(ways);
  return (
    <div className="ways">
      {open.length === 0 && <p className="notice notice-warn">{t('way.none')}</p>}
      {open.length > 0 && (
        <fieldset>
          <legend>{t('way.title')}</legend>
          {open.map((one) => (
            <label key={one.way} className="way">
              <input
                type="radio"
                name="way"
                value={one.way}
                checked={one.way === chosen.way}
                onChange={() => onChoose({ ...chosen, way: one.way })}
              />
              <span>
                <span className="way-name">{t(`way.${one.way}`)}</span>
                <span className="quiet">{about(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {outside && chosen.way === 'consortium-loan' && (
        <Checkbox
          size="sm"
          label={t('way.also-outside', { about: about(outside) })}
          checked={chosen.alsoOutside}
          onChange={({ currentTarget }) => onChoose({ ...chosen, alsoOutside: currentTarget.checked })}
        />
      )}
      <Closed ways={ways} />
    </div>
  );
};
