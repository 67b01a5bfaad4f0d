import { describedBySlack } from '../../src/slack/people';

const from = { workspaceId: 'T0TEST', zone: 'Asia/Tokyo' };
const described = (user: object, workspaceId = 'T0TEST') =>
  describedBySlack('U1', { name: 'client', ...user }, { ...from, workspaceId });

describe('a user as Slack describes her', () => {
  it.each([
    ['of the workspace', { team_id: 'T0TEST' }, 'T0TEST'],
    [
      'of another workspace of the Enterprise organisation that installed Banso',
      ofEnterprise('T2', 'E1'),
      'E1',
    ],
    [
      'of the Enterprise organisation, and in the workspace',
      { ...ofEnterprise('E1', 'E1'), teams: ['T0TEST'] },
      'T0TEST',
    ],
  ])('%s takes part', (_, user, workspaceId) => {
    expect(described(user, workspaceId)).toMatchObject({ person: { userId: 'U1' }, guest: false });
  });

  it.each([
    ['another workspace', { team_id: 'T0CLIENT' }, 'T0TEST'],
    ['another workspace, where an Enterprise organisation installed Banso', { team_id: 'T0CLIENT' }, 'E1'],
    ['another Enterprise organisation', ofEnterprise('T2', 'E2'), 'E1'],
  ])('of %s is external', (_, user, workspaceId) => {
    expect(described(user, workspaceId)).toEqual({ userId: 'U1', name: 'client', problem: 'external' });
  });
});

function ofEnterprise(team: string, enterprise: string) {
  return { team_id: team, enterprise_user: { enterprise_id: enterprise } };
}
