import { useTextOf } from '../../../i18n/translate.ts';
import { type Mode, modes } from './desk-types.ts';

const keys: Record<Mode, string> = { auto: '', out: 'F2', in: 'F3', renew: 'F4' };

/** The choice of the mode; the key of the current mode returns to automatic. */
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
