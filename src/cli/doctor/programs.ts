import type { Queryable } from '../../db/client';
import { type ProgramTeam, programTeams } from '../../db/program-setup';
import { findChannel, findTeam } from '../slack-channel';
import { findPeople } from '../slack-people';
import type { SlackApi } from '../world';
import { type Finding, fine, wrong } from './finding';

/** Each program's channel, and the Slack account of each of its people. */
export async function checkPrograms(db: Queryable, slack: SlackApi): Promise<Finding[]> {
  const team = await findTeam(slack);
  const programs = await programTeams(db, { workspaceId: team.id });
  if (programs.length === 0) return [fine('programs: none yet; "banso program add" starts one')];
  const findings: Finding[] = [];
  for (const program of programs) {
    findings.push(await checkChannel(slack, program), ...(await checkTeam(slack, team.id, program)));
  }
  return findings;
}

async function checkChannel(slack: SlackApi, { name, channelId }: ProgramTeam): Promise<Finding> {
  const channel = await findChannel(slack, channelId);
  const subject = `program "${name}"`;
  if (channel.kind === 'member') return fine(`${subject}: Banso is in #${channel.name}`);
  const [what = '', remedy = 'invite Banso there'] = channel.problem.split(': ');
  return wrong(`${subject}: channel ${channelId}: ${what}`, remedy);
}

async function checkTeam(
  slack: SlackApi,
  workspaceId: string,
  { name, zone, userIds }: ProgramTeam,
): Promise<Finding[]> {
  const found = await findPeople(slack, userIds, { workspaceId, zone });
  const gone = found.flatMap((it) => ('problem' in it ? [it] : []));
  if (gone.length === 0)
    return [fine(`program "${name}": all ${userIds.length} supporters are active in Slack`)];
  return gone.map(({ userId, problem }) =>
    wrong(
      `program "${name}": supporter ${userId}: ${problem}`,
      'give the learners another companion: change the roster and import it',
    ),
  );
}
