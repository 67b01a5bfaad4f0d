import type { Role } from '../../domain/access';
import { localeFrom } from '../../domain/locale';
import type { Person } from '../../domain/roster';
import workspace from '../workspace.json';

/** The sample workspace as the emulator takes it. */
export const workspaceSeed = workspace;

/** Where the sample program's team meets, by Slack's id. */
export const teamChannel = { id: 'C0TEAM', name: 'banso-team' };

export const sampleProgram = {
  name: 'Webエンジニア転職コース',
  zone: 'Asia/Tokyo',
  country: 'JP',
  digestAt: '09:00',
} as const;

type SampleUser = (typeof workspace.users)[number];

function personOf({ id: userId, name, tz: zone, locale }: SampleUser): Person {
  return { userId, name, zone, locale: localeFrom(locale) };
}

/** Who leads and who supports the sample program. */
export function sampleTeam(): (Person & { role: Role })[] {
  return workspace.users.flatMap((user) => {
    const { role } = user;
    return role === 'lead' || role === 'supporter' ? [{ ...personOf(user), role }] : [];
  });
}

/** Its mentors and advisors. */
export function sampleAdvisers(): Person[] {
  return workspace.users.filter(({ role }) => role === 'mentor' || role === 'advisor').map(personOf);
}
