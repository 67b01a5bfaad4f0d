import type { PersonShown } from '../../protocol';
import './avatar.css';

/** A person as a square with the first character of the name, in a colour of her own. */
export function Avatar({ person, name }: { person: PersonShown | undefined; name: string }) {
  const [first = '?'] = name;
  const kind = person?.isBot ? 'avatar avatar-bot' : 'avatar';
  return (
    <span className={kind} aria-hidden="true" style={{ '--hue': hueOf(person?.id ?? name) }}>
      {person?.isBot ? '伴' : first.toUpperCase()}
    </span>
  );
}

function hueOf(id: string): number {
  return [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 360, 7);
}
