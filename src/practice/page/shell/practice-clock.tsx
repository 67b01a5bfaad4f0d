import { useEffect, useMemo, useState } from 'react';
import type { ClockMove, ClockShown } from '../../protocol';
import { clockWords } from '../times';
import { useWorkspace } from '../workspace';

/** How often the shown time is looked at, in milliseconds. */
const lookEveryMs = 5000;

const moves: readonly { to: ClockMove; text: 'nextMorning' | 'nextDay' | 'nextWeek' }[] = [
  { to: 'next_morning', text: 'nextMorning' },
  { to: 'next_day', text: 'nextDay' },
  { to: 'next_week', text: 'nextWeek' },
];

/** The practice time in the program's zone, and how to move it. */
export function PracticeClock({ clock }: { clock: ClockShown }) {
  const { t, locale, perform } = useWorkspace();
  const now = usePracticeTime(clock);
  const { movingTo, zone } = clock;
  return (
    <fieldset className="practice-clock" aria-label={t.clock.name}>
      <time dateTime={now.toISOString()} title={zone}>
        {clockWords(now, locale, zone)}
      </time>
      {movingTo !== null && (
        <span role="status">{t.clock.moving(clockWords(new Date(movingTo), locale, zone))}</span>
      )}
      {movingTo === null &&
        moves.map(({ to, text }) => (
          <button
            key={to}
            type="button"
            className="quiet-button"
            title={t.clock.hint}
            onClick={() => void perform({ kind: 'move_clock', to })}
          >
            {t.clock[text]}
          </button>
        ))}
    </fieldset>
  );
}

/** The practice time now: what the server last said, and what has passed since. */
function usePracticeTime(clock: ClockShown): Date {
  const aheadMs = useMemo(() => new Date(clock.now).getTime() - Date.now(), [clock]);
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return new Date(Date.now() + aheadMs);
}
