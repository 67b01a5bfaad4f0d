import { idFor } from '../../../db/ids';
import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { addProgram } from '../../../usecases/add-program';
import { answerPrivately } from '../../answer';
import { type Asker, askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { setupMessage } from '../../messages/setup';
import { requirePeople } from '../../people';
import { readTeamChannel } from '../../team-channel';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeSetupMeta, type SetupMeta } from './meta';
import { fullMember } from './open';
import { type ParsedSetup, parseSetup, setupErrors } from './parse';

/** "Set up": the setup modal was submitted. */
export function submitSetup(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeSetupMeta(view.private_metadata);
    if (!meta) {
      const errors = setupErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseSetup(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { input } = reading;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => setUp(deps, client, { asker, meta, viewId: view.id }, input),
        fieldErrors: (error) => setupErrors(error, t),
        answer: ({ programId, nextDigestAt }) =>
          answerPrivately(
            client,
            asker,
            meta.channelId,
            setupMessage({ ...input, programId, nextDigestAt }, t),
          ),
      },
    );
  };
}

interface Origin {
  asker: Asker;
  meta: SetupMeta;
  /** Of the modal: pressing again asks for the same program. */
  viewId: string;
}

async function setUp(
  deps: BotDeps,
  slack: Submission['client'],
  { asker, meta: { channelId }, viewId }: Origin,
  { leads, people, ...rules }: ParsedSetup,
) {
  const { workspaceId, userId } = asker;
  const channel = await readTeamChannel(slack, channelId);
  const [found, { team }] = await Promise.all([
    requirePeople(slack, channel, people, { workspaceId, zone: rules.zone }),
    slack.auth.test(),
    fullMember(slack, asker, channel),
  ]);
  const result = await addProgram(deps.context(), {
    ...rules,
    id: idFor(`program ${workspaceId} ${viewId}`),
    actorId: userId,
    workspace: { id: workspaceId, name: team ?? workspaceId },
    channelId,
    people: found.map((person) => ({
      ...person,
      role: leads.includes(person.userId) ? 'lead' : 'supporter',
    })),
  });
  if (result.kind === 'added') return result;
  throw result.by.channelId === channelId
    ? new UserError('channelTaken', { program: result.by.name })
    : new UserError('programNameTaken');
}
