import { teamFrom } from '../../../domain/team';
import { type ErrorCode, UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { type ChangeTeamResult, changeTeam, type Leaving } from '../../../usecases/change-team';
import { openTeam } from '../../../usecases/open-team';
import { answerPrivately } from '../../answer';
import { type Asker, askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { teamSavedMessage } from '../../messages/setup';
import { requirePeople } from '../../people';
import { readTeamChannel } from '../../team-channel';
import type { FieldErrors } from '../reading';
import { peopleIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodePeopleMeta, type PeopleMeta } from './meta';
import { peopleView } from './view';

const { blocks } = ids;

interface Chosen {
  leads: string[];
  supporters: string[];
}

/** "Save": the modal of a program's people was submitted. */
export function submitPeople(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodePeopleMeta(view.private_metadata);
    if (!meta) {
      const errors = peopleErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const { values } = view.state;
    const chosen = { leads: peopleIn(values, blocks.leads), supporters: peopleIn(values, blocks.supporters) };
    await saveAndAnswer<ChangeTeamResult & { programName: string }>(
      deps,
      { ack },
      {
        save: () => save(deps, client, asker, { meta, chosen }),
        fieldErrors: (error) => peopleErrors(error, t),
        goOn: (saved) =>
          saved.kind === 'warned' ? warning(saved.leaving, chosen, saved.programName, meta, t) : null,
        answer: async (saved) => {
          if (saved.kind === 'saved')
            await answerPrivately(client, asker, meta.channelId, teamSavedMessage(saved, t));
        },
      },
    );
  };
}

async function save(
  deps: BotDeps,
  slack: Submission['client'],
  { workspaceId, userId }: Asker,
  { meta: { programId, mark, warnedOf }, chosen }: { meta: PeopleMeta; chosen: Chosen },
) {
  const { program, team } = await openTeam(deps.context(), { workspaceId }, userId, { programId });
  const wanted = teamFrom(chosen.leads, chosen.supporters);
  const present = new Set(team.map((it) => it.userId));
  const strangers = wanted.flatMap((it) => (present.has(it.userId) ? [] : [it.userId]));
  const from = { workspaceId, zone: program.zone };
  const joining =
    strangers.length === 0
      ? []
      : await requirePeople(slack, await readTeamChannel(slack, program.channelId), strangers, from);
  const change = { workspaceId, programId, actorId: userId, mark, team: wanted, joining, warnedOf };
  return { ...(await changeTeam(deps.context(), change)), programName: program.name };
}

/** The same modal once more, which now says what the change would do. */
function warning(
  leaving: readonly Leaving[],
  chosen: Chosen,
  programName: string,
  meta: PeopleMeta,
  t: Messages,
) {
  const warnedOf = leaving.map(({ userId }) => userId);
  const form = { ...chosen, programName, notYet: { userIds: [], more: 0 }, leaving };
  return peopleView(form, t, { ...meta, warnedOf });
}

const ofWhoJoins: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cannotSupport',
  'ofAnotherOrganisation',
  'notInTheChannel',
]);

/** All are about the team as a whole: they stand under its leads, but for those about people who are to join. */
function peopleErrors(error: UserError, t: Messages): FieldErrors {
  return { [ofWhoJoins.has(error.code) ? blocks.supporters : blocks.leads]: errorText(error, t) };
}
