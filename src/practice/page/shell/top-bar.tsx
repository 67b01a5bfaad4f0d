import type { Scene } from '../../protocol';
import type { Theme } from '../state/use-theme';
import { useWorkspace } from '../workspace';
import { PracticeClock } from './practice-clock';
import './top-bar.css';

interface TopBarProps {
  scene: Scene;
  theme: Theme;
  setTheme(theme: Theme): void;
  become(userId: string): void;
}

/** Who I am, in which language and colours, and what time it is. */
export function TopBar({ scene, theme, setTheme, become }: TopBarProps) {
  const { t } = useWorkspace();
  return (
    <header className="top-bar">
      <strong className="top-bar-brand">Banso</strong>
      <PersonSwitch scene={scene} become={become} />
      <LanguageSwitch />
      <label className="top-bar-field">
        <span>{t.bar.theme}</span>
        <select value={theme} onChange={({ target }) => setTheme(themeFrom(target.value))}>
          {(['system', 'light', 'dark'] as const).map((one) => (
            <option key={one} value={one}>
              {t.bar.themes[one]}
            </option>
          ))}
        </select>
      </label>
      <PracticeClock clock={scene.clock} />
    </header>
  );
}

function themeFrom(value: string): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function PersonSwitch({ scene, become }: Pick<TopBarProps, 'scene' | 'become'>) {
  const { t, me } = useWorkspace();
  const people = scene.people.filter(({ isBot, deleted }) => !isBot && !deleted);
  return (
    <label className="top-bar-field">
      <span>{t.bar.youAre}</span>
      <select value={me.id} onChange={({ target }) => become(target.value)}>
        {people.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {`${name} · ${t.bar.roles[role]}`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A person's language in Slack: the app is told of it, and answers in it. */
function LanguageSwitch() {
  const { t, locale, perform } = useWorkspace();
  return (
    <label className="top-bar-field">
      <span>{t.bar.language}</span>
      <select
        value={locale}
        onChange={({ target }) =>
          void perform({ kind: 'locale', locale: target.value === 'ja' ? 'ja-JP' : 'en-US' })
        }
      >
        <option value="ja" lang="ja">
          日本語
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
    </label>
  );
}
