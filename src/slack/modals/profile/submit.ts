import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { addLearner } from '../../../usecases/add-learner';
import { type EditedProfile, editProfile } from '../../../usecases/edit-profile';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { describeCareTeam } from '../../care-people';
import { addedMessage, profileSavedMessage } from '../../messages/profile-saved';
import { redrawCard } from '../card/redraw';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeProfileMeta, type ProfileMeta } from './meta';
import { parseProfile, profileErrorsFor, readCompanion } from './parse';
import { editProfileView } from './view';

/** Where a zone isn't known, as of a mentor without one: she gets no reminders. */
const zone = 'UTC';

/** "Save": the edit modal was submitted. */
export function submitEdit(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const read = await readProfile(deps, submission);
    if (!read) return;
    const { ack, client, context } = submission;
    const { meta, profile, t } = read;
    const asker = askerOf(context);
    const { workspaceId, userId: editorId } = asker;
    const { learnerId, version } = meta;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: async () => {
          const team = [profile.mentor, profile.advisor];
          const people = await describeCareTeam(client, team, { workspaceId, zone });
          return editProfile(deps.context(), { workspaceId, editorId, learnerId, version, profile, people });
        },
        fieldErrors: (error) => profileErrorsFor(error, version, t),
        goOn: (edited) => conflictView(edited, meta),
        answer: async (edited) => {
          if (edited.kind === 'conflict') return;
          await answerPrivately(client, asker, meta.channelId, profileSavedMessage(edited.learnerName, t));
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}

/** "Add": the modal for a new learner was submitted. */
export function submitAddition(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const read = await readProfile(deps, submission);
    if (!read) return;
    const { ack, client, context, view } = submission;
    const { meta, profile, t } = read;
    const asker = askerOf(context);
    const { workspaceId, userId: adderId } = asker;
    const { learnerId, programId, version } = meta;
    const companionId = readCompanion(view.state.values);
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: async () => {
          const team = [profile.mentor, profile.advisor];
          const people = await describeCareTeam(client, team, { workspaceId, zone });
          const whose = { workspaceId, programId, learnerId, adderId, companionId };
          return addLearner(deps.context(), { ...whose, profile, people });
        },
        fieldErrors: (error) => profileErrorsFor(error, version, t),
        answer: ({ learnerName, dueOn }) =>
          answerPrivately(client, asker, meta.channelId, addedMessage({ learnerId, learnerName, dueOn }, t)),
      },
    );
  };
}

/** What was submitted; null: it was answered with what is wrong. */
async function readProfile(deps: BotDeps, { ack, view, context }: Submission) {
  const meta = decodeProfileMeta(view.private_metadata);
  if (!meta) {
    const t = lastSeenTexts(deps, askerOf(context));
    const errors = profileErrorsFor(new UserError('viewExpired'), 0, t);
    await ack({ response_action: 'errors', errors });
    return null;
  }
  const t = messagesFor(meta.locale);
  const reading = parseProfile(view.state.values, meta.version, t);
  if (reading.ok) return { meta, profile: reading.input, t };
  await ack({ response_action: 'errors', errors: reading.errors });
  return null;
}

/** The same modal with her text, and above it what somebody else wrote meanwhile. */
function conflictView(edited: EditedProfile, meta: ProfileMeta) {
  if (edited.kind !== 'conflict') return null;
  const { profile: given, conflicts, version } = edited;
  return editProfileView({ given, conflicts }, messagesFor(meta.locale), { ...meta, version });
}
