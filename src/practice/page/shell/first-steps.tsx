import { useState } from 'react';
import { useWorkspace } from '../workspace';

const key = 'banso.first-steps.hidden';

/** What a newcomer can try first, until she puts it away. */
export function FirstSteps() {
  const { t, me } = useWorkspace();
  const [isHidden, setHidden] = useState(() => localStorage.getItem(key) !== null);
  if (isHidden) return null;
  const hide = () => {
    localStorage.setItem(key, 'yes');
    setHidden(true);
  };
  const isGuest = me.role === 'guest';
  return (
    <section className="first-steps" aria-label={t.firstSteps.name}>
      <details open={hasRoom()}>
        <summary>{isGuest ? t.firstSteps.asGuest : t.firstSteps.intro}</summary>
        {!isGuest && (
          <ol>
            {t.firstSteps.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
      </details>
      <button type="button" className="quiet-button" onClick={hide}>
        {t.firstSteps.hide}
      </button>
    </section>
  );
}

/** On a narrow screen the messages come first. */
function hasRoom(): boolean {
  return window.matchMedia('(min-width: 701px)').matches;
}
