import { useState } from 'react';
import type { Refusal } from '../../protocol';
import { timeWords } from '../times';
import { useWorkspace } from '../workspace';
import './refusals.css';

/** Names what was hidden last in this tab. */
const key = 'banso.refusals.hidden';

/**
 * What Slack would have refused, for whoever changes a view: where, by which rule, at which path. What was put away
 * stays away, also when the server tells it again.
 */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useWorkspace();
  const [hidden, setHidden] = useState(() => sessionStorage.getItem(key));
  const shown = refusals.slice(refusals.findLastIndex((refusal) => keyOf(refusal) === hidden) + 1);
  const latest = shown.at(-1);
  if (!latest) return null;
  const hide = () => {
    sessionStorage.setItem(key, keyOf(latest));
    setHidden(keyOf(latest));
  };
  return (
    <section className="refusals" aria-label={t.refusals.name}>
      <header>
        <strong role="status">{t.refusals.count(shown.length)}</strong>
        <button type="button" className="quiet-button" onClick={hide}>
          {t.refusals.hide}
        </button>
      </header>
      <ul>
        {shown.reverse().map((refusal) => (
          <Entry key={keyOf(refusal)} refusal={refusal} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ refusal: { where, rule, details, at } }: { refusal: Refusal }) {
  const { locale, me } = useWorkspace();
  return (
    <li>
      <time>{timeWords(new Date(at), locale, me.tz)}</time> <code>{where}</code> <strong>{rule}</strong>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>
              <code>{detail}</code>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function keyOf({ where, rule, details, at }: Refusal): string {
  return JSON.stringify([where, rule, details, at]);
}
