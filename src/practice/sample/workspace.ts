import type { Role } from '../../domain/access';
import { type Locale, localeFrom } from '../../domain/locale';
import type { Person } from '../../domain/roster';
import workspace from '../workspace.json';

/** The sample workspace as the emulator takes it. A user's `team` is the channel of the team that she belongs to. */
export const workspaceSeed = workspace;

/** Where the sample program's team meets, by Slack's id. */
export const teamChannel = { id: 'C0TEAM', name: 'banso-team' };

/** The Japanese program, which the tour follows. */
export const sampleProgram = {
  name: 'Webエンジニア転職コース',
  zone: 'Asia/Tokyo',
  locale: 'ja',
  country: 'JP',
  digestAt: '09:00',
} as const;

/** Where the English program's team meets. */
export const englishChannel = { id: 'C0ENTEAM', name: 'banso-team-en' };

/** Its team lives in several zones; its learners' days are Tokyo's, so that both lists come at one moment. */
export const englishProgram = {
  name: 'Web Developer Career Course',
  zone: 'Asia/Tokyo',
  locale: 'en',
  country: 'JP',
  digestAt: '09:00',
} as const;

type SampleUser = (typeof workspace.users)[number];

function personOf({ id: userId, name, tz: zone, locale }: SampleUser): Person {
  return { userId, name, zone, locale: localeFrom(locale) };
}

/** Who leads and who supports the program of a channel. */
export function teamOf(channelId: string): (Person & { role: Role })[] {
  return usersOf(channelId).flatMap((user) => {
    const { role } = user;
    return role === 'lead' || role === 'supporter' ? [{ ...personOf(user), role }] : [];
  });
}

/** Its mentors and advisors. */
export function advisersOf(channelId: string): Person[] {
  return usersOf(channelId)
    .filter(({ role }) => role === 'mentor' || role === 'advisor')
    .map(personOf);
}

interface Membership {
  role: Role | 'mentor' | 'advisor';
  channelId: string;
  locale: Locale;
}

const localeOf: Readonly<Record<string, Locale>> = {
  [teamChannel.id]: sampleProgram.locale,
  [englishChannel.id]: englishProgram.locale,
};

/** The team that somebody belongs to, by Slack's id; null: none. */
export function teamOfUser(userId: string): Membership | null {
  const user = workspace.users.find(({ id }) => id === userId);
  const locale = localeOf[user?.team ?? ''];
  if (!user?.team || !locale) return null;
  return { role: user.role as Membership['role'], channelId: user.team, locale };
}

function usersOf(channelId: string): SampleUser[] {
  return workspace.users.filter(({ team }) => team === channelId);
}
