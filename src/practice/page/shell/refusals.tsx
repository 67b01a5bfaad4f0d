import { useState } from 'react';
import type { Refusal } from '../../protocol';
import { timeWords } from '../times';
import { useWorkspace } from '../workspace';
import './refusals.css';

/** What Slack would have refused, for whoever changes a view: where, by which rule, at which path. */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useWorkspace();
  const [hidden, setHidden] = useState<Refusal | null>(null);
  const latest = refusals.at(-1);
  if (!latest || latest === hidden) return null;
  return (
    <section className="refusals" aria-label={t.refusals.name}>
      <header>
        <strong role="status">{t.refusals.count(refusals.length)}</strong>
        <button type="button" className="quiet-button" onClick={() => setHidden(latest)}>
          {t.refusals.hide}
        </button>
      </header>
      <ul>
        {[...refusals].reverse().map((refusal) => (
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
