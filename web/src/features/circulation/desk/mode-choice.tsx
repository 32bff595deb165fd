import { useTextOf } from '../../../i18n/translate.ts';
import { type Mode, modes } from './desk-types.ts';

const keys: Record<Mode, string> = { auto: '', out: 'F2', in: 'F3', renew: 'F4' };

/** What the box does with items; the key of the mode in use leads back to doing it by itself. */
export const ModeChoice = ({ mode, choose }: { mode: Mode; choose: (mode: Mode) => void }) => {
  const textOf = useTextOf();
  return (
    <fieldset className="modes" aria-label={textOf('desk', 'mode')}>
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          className={`mode mode-${one}`}
          aria-pressed={mode === one}
          onClick={() => choose(one === 'auto' ? mode : one)}
        >
          {textOf('desk-mode', one)} {keys[one] && <kbd>{keys[one]}</kbd>}
        </button>
      ))}
    </fieldset>
  );
};
