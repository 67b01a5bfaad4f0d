import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import type { MeantBy } from '../../../usecases/find-led-program';
import { type OpenedTeam, openTeam } from '../../../usecases/open-team';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { findPeople } from '../../people';
import { readTeamChannel } from '../../team-channel';
import { type PeopleForm, peopleView } from './view';

/** How many people of the channel who aren't on the team are looked at, to be pointed at. */
const mostPointedAt = 20;

/** The modal of a program's people. @throws {UserError} as openTeam does */
export async function peopleModal(
  deps: BotDeps,
  slack: WebClient,
  asker: Asker,
  { meant, channelId }: { meant: MeantBy; channelId: string | null },
): Promise<ModalView> {
  const { workspaceId, userId } = asker;
  const opened = await openTeam(deps.context(), asker, userId, meant);
  const { locale, program, team, mark } = opened;
  deps.locales.note(workspaceId, userId, locale);
  const form = {
    programName: program.name,
    leads: team.filter(({ role }) => role === 'lead').map((it) => it.userId),
    supporters: team.filter(({ role }) => role === 'supporter').map((it) => it.userId),
    notYet: await notYetOnTeam(slack, workspaceId, opened),
    leaving: [],
  };
  const meta = { locale, channelId, programId: program.id, mark, warnedOf: [] };
  return peopleView(form, messagesFor(locale), meta);
}

/** Nobody, where Banso can't see the channel: the team can be changed all the same. */
async function notYetOnTeam(
  slack: WebClient,
  workspaceId: string,
  { program, team }: OpenedTeam,
): Promise<PeopleForm['notYet']> {
  const channel = await readTeamChannel(slack, program.channelId).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  const there = new Set(team.map(({ userId }) => userId));
  const others = channel?.memberIds.filter((userId) => !there.has(userId)) ?? [];
  const found = await findPeople(slack, others.slice(0, mostPointedAt), { workspaceId, zone: program.zone });
  const userIds = found.flatMap((it) => ('person' in it && !it.guest ? [it.person.userId] : []));
  return { userIds, more: Math.max(0, others.length - mostPointedAt) };
}
