import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  CheckboxesAction,
  SlackActionMiddlewareArgs,
  ViewOutput,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Question } from '../../../domain/consultation';
import type { LibraryHit } from '../../../domain/library';
import { UserError } from '../../../errors';
import { describeError } from '../../../log';
import { openConsult, openConsultAbout } from '../../../usecases/consultation/open-consult';
import { similarCases } from '../../../usecases/library/similar-cases';
import { type Asker, askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import type { LearnerPick } from '../learner-field';
import { chosenIn } from '../state-values';
import { updateIfOpen } from '../update-if-open';
import { decodeConsultMeta } from './meta';
import { consultModal } from './open';
import { hidesName, writtenSoFar } from './parse';

type Choice = SlackActionMiddlewareArgs<BlockAction<CheckboxesAction | ButtonAction>> & AllMiddlewareArgs;

/** A learner was picked: shows her last check-ins, and whether something is asked about her already. */
export function pickConsultLearner(deps: BotDeps) {
  return async ({ ack, action, body, context, client }: LearnerPick): Promise<void> => {
    await ack();
    const learnerId = action.selected_option?.value;
    if (!learnerId || !body.view) return;
    await redraw(deps, client, askerOf(context), body.view, learnerId);
  };
}

/** Something was chosen, so a text was left; or similar cases were asked for. */
export function showSimilar(deps: BotDeps) {
  return async ({ ack, body, context, client }: Choice): Promise<void> => {
    await ack();
    if (!body.view) return;
    const learnerId = chosenIn(body.view.state.values, ids.blocks.learner, ids.actions.consultLearner);
    await redraw(deps, client, askerOf(context), body.view, learnerId);
  };
}

/** How many similar cases are shown. */
const mostSimilar = 3;

/** Null: nothing is written yet. Asking the team doesn't depend on it: a search that fails finds nothing. */
async function similarTo(
  deps: BotDeps,
  viewer: { workspaceId: string; viewerId: string },
  { situation, tried }: Question,
): Promise<LibraryHit[] | null> {
  const text = `${situation}\n${tried}`.trim();
  if (text === '') return null;
  const { db, now } = deps.searching();
  return similarCases(db, { ...viewer, now }, text, mostSimilar).catch((error: unknown) => {
    deps.logger.warn(describeError(error), 'similar cases: not found');
    return null;
  });
}

async function redraw(
  deps: BotDeps,
  client: WebClient,
  asker: Asker,
  view: Pick<ViewOutput, 'id' | 'private_metadata' | 'state'>,
  learnerId: string | null,
): Promise<void> {
  const meta = decodeConsultMeta(view.private_metadata);
  if (!meta) throw new UserError('viewExpired');
  const written = writtenSoFar(view.state.values);
  // Where she asks in one that hides the name, there is no box to tick.
  const asksHidden = meta.hides === true && meta.learnerId === learnerId;
  const given = { ...written, hideName: asksHidden || hidesName(view.state.values) };
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const context = deps.context();
  const [opened, similar] = await Promise.all([
    learnerId === null
      ? openConsult(context, { ...viewer, channelId: meta.channelId, name: '', given })
      : openConsultAbout(context, { ...viewer, learnerId, given }),
    similarTo(deps, viewer, written),
  ]);
  const form = { ...opened.form, similar };
  await updateIfOpen(client, view.id, consultModal(deps, asker, { ...opened, form }, meta));
}
