import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Question } from '../../../domain/consultation';
import { messagesFor } from '../../../i18n';
import {
  type OpenedConsult,
  openConsult,
  openConsultAbout,
} from '../../../usecases/consultation/open-consult';
import type { Place } from '../../actions/place';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { openInTime } from '../open-in-time';
import type { ConsultMeta } from './meta';
import { consultView } from './view';

interface Opening {
  client: WebClient;
  asker: Asker;
  triggerId: string;
  place: Place;
}

/** Opens the modal with a learner to be picked, or with the one whose name was typed. */
export async function openConsultModal(
  deps: BotDeps,
  opening: Opening & { name?: string; given?: Promise<Partial<Question>> },
): Promise<void> {
  const { asker, place, name = '' } = opening;
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const open = (given: Partial<Question>) =>
    openConsult(deps.context(), { ...viewer, channelId: place.channelId, name, given });
  await show(deps, opening, opening.given ? opening.given.then(open) : open({}));
}

/** The same about one learner. */
export async function openConsultModalAbout(
  deps: BotDeps,
  opening: Opening & { learnerId: string; given?: Partial<Question> },
): Promise<void> {
  const { asker, given = {}, learnerId } = opening;
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  await show(deps, opening, openConsultAbout(deps.context(), { ...viewer, learnerId, given }));
}

async function show(
  deps: BotDeps,
  { client, asker, triggerId, place: { how, ...origin } }: Opening,
  opened: Promise<OpenedConsult>,
): Promise<void> {
  const content = opened.then((consult) => consultModal(deps, asker, consult, origin));
  await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.consult.title }, content);
}

/** Draws an opened form in its viewer's language, and notes that language for later. */
export function consultModal(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { locale, form }: OpenedConsult,
  origin: Pick<ConsultMeta, 'channelId' | 'card'>,
): ModalView {
  deps.locales.note(workspaceId, userId, locale);
  return consultView(form, messagesFor(locale), { ...origin, locale, learnerId: form.learner?.id ?? null });
}
