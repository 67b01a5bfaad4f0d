/** A small team in one workspace: a lead, three supporters (one in Los Angeles), a mentor and a guest. */
export const workspaceSeed = {
  team: { id: 'T0TEST', name: 'Test team', domain: 'test-team' },
  users: [
    { id: 'U0LEAD', name: '相田', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0AOI', name: '青木', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0MORI', name: '森', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0KUDO', name: 'Kudo', tz: 'America/Los_Angeles', locale: 'en-US' },
    { id: 'U0MENT', name: '江口', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0GUEST', name: 'guest', tz: 'Europe/Paris', locale: 'en-US' },
  ],
  channels: [
    { id: 'C0TEAM', name: 'team', members: 'all' as const },
    { id: 'C0OTHER', name: 'elsewhere', members: 'all' as const },
    { id: 'C0PRIV', name: 'leads-only', private: true, members: ['U0LEAD'] },
  ],
};

/** The ids of as many further people: U0P0, U0P1, … */
export function peopleOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `U0P${n}`);
}

/** The small team's workspace with these people besides, who live in Tokyo. */
export function workspaceWith(people: readonly string[]) {
  const more = people.map((id) => ({ id, name: `伴走 ${id}`, tz: 'Asia/Tokyo', locale: 'ja-JP' }));
  return { ...workspaceSeed, users: [...workspaceSeed.users, ...more] };
}
