import type { Role } from './access';

/** Somebody on a program's team. */
export interface TeamMember {
  userId: string;
  role: Role;
}

/** What a lead makes of a team. */
export interface TeamChange {
  joined: TeamMember[];
  /** Those who stay, with another role. */
  changed: TeamMember[];
  /** Slack ids. */
  left: string[];
}

/** The team that these ids make: whoever is named as both leads. */
export function teamFrom(leads: readonly string[], supporters: readonly string[]): TeamMember[] {
  const leading = new Set(leads);
  return [...new Set([...leads, ...supporters])].map((userId) => ({
    userId,
    role: leading.has(userId) ? 'lead' : 'supporter',
  }));
}

export function changeOfTeam(before: readonly TeamMember[], after: readonly TeamMember[]): TeamChange {
  const roles = new Map(before.map(({ userId, role }) => [userId, role]));
  const staying = new Set(after.map(({ userId }) => userId));
  return {
    joined: after.filter(({ userId }) => !roles.has(userId)),
    changed: after.filter(({ userId, role }) => roles.has(userId) && roles.get(userId) !== role),
    left: before.flatMap(({ userId }) => (staying.has(userId) ? [] : [userId])),
  };
}

/** One text for each team, whatever its order. */
export function teamKey(team: readonly TeamMember[]): string {
  return team
    .map(({ userId, role }) => `${userId} ${role}`)
    .sort()
    .join(', ');
}
